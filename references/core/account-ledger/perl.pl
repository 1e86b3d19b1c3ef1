use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::NotFound;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::PermissionDenied;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# Accounts with their balances and histories.
package Ledger;

use List::Util qw(sum0);

sub new {
    my ($class) = @_;
    return bless { changes => {}, frozen => {} }, $class;
}

sub open {
    my ($self, $account) = @_;
    die Error::InvalidArgument->new('an account needs a name') if $account eq '';
    die Error::InvalidState->new('the account exists already') if exists $self->{changes}{$account};
    $self->{changes}{$account} = [];
    return;
}

sub deposit {
    my ($self, $account, $amount) = @_;
    $self->_check_account($account);
    $self->_check_amount($amount);
    push @{ $self->{changes}{$account} }, $amount;
    return $self->balance($account);
}

sub withdraw {
    my ($self, $account, $amount) = @_;
    $self->_check_account($account);
    $self->_check_amount($amount);
    $self->_check_taking($account, $amount);
    push @{ $self->{changes}{$account} }, -$amount;
    return $self->balance($account);
}

sub transfer {
    my ($self, $source, $target, $amount) = @_;
    $self->_check_account($source);
    $self->_check_account($target);
    $self->_check_amount($amount);
    die Error::InvalidArgument->new('a transfer needs two accounts') if $source eq $target;
    $self->_check_taking($source, $amount);
    push @{ $self->{changes}{$source} }, -$amount;
    push @{ $self->{changes}{$target} }, $amount;
    return;
}

sub freeze {
    my ($self, $account) = @_;
    $self->_check_account($account);
    $self->{frozen}{$account} = 1;
    return;
}

sub balance {
    my ($self, $account) = @_;
    return sum0(@{ $self->history($account) });
}

sub history {
    my ($self, $account) = @_;
    $self->_check_account($account);
    return [@{ $self->{changes}{$account} }];
}

sub _check_account {
    my ($self, $account) = @_;
    die Error::NotFound->new('there is no such account') if !exists $self->{changes}{$account};
    return;
}

sub _check_amount {
    my ($self, $amount) = @_;
    die Error::InvalidArgument->new('an amount must be at least 1') if $amount < 1;
    return;
}

sub _check_taking {
    my ($self, $account, $amount) = @_;
    die Error::PermissionDenied->new('the account is frozen') if $self->{frozen}{$account};
    die Error::InvalidState->new('the balance is too small') if $amount > $self->balance($account);
    return;
}

1;

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

# Roles with permissions that inherit from each other.
package AccessPolicy;

sub new {
    my ($class) = @_;
    return bless { own => {}, parents => {} }, $class;
}

sub define {
    my ($self, $role) = @_;
    die Error::InvalidState->new('the role exists already') if exists $self->{own}{$role};
    $self->{own}{$role} = {};
    $self->{parents}{$role} = {};
    return;
}

sub inherit {
    my ($self, $role, $parent) = @_;
    $self->_check($role);
    if (exists $self->_lineage($parent)->{$role}) {
        die Error::InvalidArgument->new('a role cannot inherit from itself');
    }
    $self->{parents}{$role}{$parent} = 1;
    return;
}

sub grant {
    my ($self, $role, $permission) = @_;
    $self->_check($role);
    $self->{own}{$role}{$permission} = 1;
    return;
}

sub revoke {
    my ($self, $role, $permission) = @_;
    $self->_check($role);
    delete $self->{own}{$role}{$permission} or die Error::NotFound->new('the permission was not granted');
    return;
}

sub permissions {
    my ($self, $role) = @_;
    return { map { %{ $self->{own}{$_} } } keys %{ $self->_lineage($role) } };
}

sub require {
    my ($self, $role, $permission) = @_;
    if (!exists $self->permissions($role)->{$permission}) {
        die Error::PermissionDenied->new('the role lacks the permission');
    }
    return;
}

sub _check {
    my ($self, $role) = @_;
    die Error::NotFound->new('there is no such role') if !exists $self->{own}{$role};
    return;
}

# Returns the role and all roles it inherits from, as keys.
sub _lineage {
    my ($self, $role) = @_;
    $self->_check($role);
    my %lineage = ($role => 1);
    my @left = ($role);
    while (defined(my $each = shift @left)) {
        push @left, grep { !$lineage{$_}++ } keys %{ $self->{parents}{$each} };
    }
    return \%lineage;
}

1;

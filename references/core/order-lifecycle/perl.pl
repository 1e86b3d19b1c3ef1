use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package OrderEvent;

sub new {
    my ($class, $kind, $amount) = @_;
    return bless { kind => $kind, amount => $amount }, $class;
}

package Order;

sub new {
    my ($class, $status, $held) = @_;
    return bless { status => $status, held => $held }, $class;
}

package main;

my %ALLOWED = (pay => ['new'], ship => ['paid'], cancel => ['new', 'paid'], return => ['shipped']);

# Returns the order after all events.
sub follow_order {
    my ($price, $events) = @_;
    die Error::InvalidArgument->new('price must be at least 1') if $price < 1;
    my ($status, $held) = ('new', 0);
    for my $event (@$events) {
        my ($kind, $amount) = ($event->{kind}, $event->{amount});
        my $statuses = $ALLOWED{$kind} // die Error::InvalidArgument->new('unknown kind of event');
        if (!grep { $_ eq $status } @$statuses) {
            die Error::InvalidState->new('the status does not allow this event');
        }
        if ($kind eq 'pay') {
            die Error::OutOfRange->new('a payment must be at least 1') if $amount < 1;
            $held += $amount;
            $status = 'paid' if $held >= $price;
        }
        elsif ($kind eq 'ship') {
            $status = 'shipped';
        }
        elsif ($kind eq 'cancel') {
            ($status, $held) = ('cancelled', 0);
        }
        else {
            die Error::OutOfRange->new('not an amount to return') if $amount < 1 || $amount > $held;
            ($status, $held) = ('returned', $held - $amount);
        }
    }
    return Order->new($status, $held);
}

1;

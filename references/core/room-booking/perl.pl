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

# Rooms and their bookings.
package House;

sub new {
    my ($class, $rooms) = @_;
    return bless { rooms => {%$rooms}, bookings => {}, latest => 0 }, $class;
}

sub book {
    my ($self, $room, $start, $end) = @_;
    my $free = $self->free($start, $end);
    die Error::NotFound->new('there is no such room') if !exists $self->{rooms}{$room};
    die Error::InvalidState->new('the room is booked') if !exists $free->{$room};
    $self->{bookings}{ ++$self->{latest} } = { room => $room, start => $start, end => $end };
    return $self->{latest};
}

sub cancel {
    my ($self, $number) = @_;
    delete $self->{bookings}{$number} or die Error::NotFound->new('there is no such booking');
    return;
}

sub free {
    my ($self, $start, $end) = @_;
    die Error::InvalidArgument->new('a span must end after it starts') if $start >= $end;
    my %free = %{ $self->{rooms} };
    for my $booking (values %{ $self->{bookings} }) {
        delete $free{ $booking->{room} } if $booking->{start} < $end && $start < $booking->{end};
    }
    return \%free;
}

sub room_of {
    my ($self, $number) = @_;
    my $booking = $self->{bookings}{$number};
    return $booking ? $booking->{room} : undef;
}

1;

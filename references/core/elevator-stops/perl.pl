use strict;
use warnings;
use List::Util qw(any);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the stops of one lift as pairs of tick and floor.
sub elevator_stops {
    my ($start, $requests) = @_;
    if (any { $_->[0] < 0 } @$requests) {
        die Error::InvalidArgument->new('a request has a negative tick');
    }
    my @waiting = sort { $a->[0] <=> $b->[0] } @$requests;
    my (%pending, @stops);
    my ($floor, $direction) = ($start, 1);
    for (my $tick = 0; @waiting || %pending; $tick++) {
        $pending{ (shift @waiting)->[1] } = 1 while @waiting && $waiting[0][0] == $tick;
        push @stops, [$tick, $floor] if delete $pending{$floor};
        next if !%pending;
        $direction = -$direction if !any { ($_ - $floor) * $direction > 0 } keys %pending;
        $floor += $direction;
    }
    return \@stops;
}

1;

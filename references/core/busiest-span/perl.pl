use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns how many bookings hold at most and the first span in which they do, or undef.
sub busiest_span {
    my ($bookings) = @_;
    my %changes;
    for my $booking (@$bookings) {
        my ($start, $end) = @$booking;
        die Error::InvalidArgument->new('a booking must end after it starts') if $start >= $end;
        # Keys of a hash are texts, so the values keep the times as numbers.
        for my $change ([$start, 1], [$end, -1]) {
            $changes{ $change->[0] } //= [$change->[0], 0];
            $changes{ $change->[0] }[1] += $change->[1];
        }
    }
    my @steps = sort { $a->[0] <=> $b->[0] } grep { $_->[1] != 0 } values %changes;
    my $busiest;
    my $holding = 0;
    for my $index (0 .. $#steps) {
        my ($time, $by) = @{ $steps[$index] };
        $holding += $by;
        if (!defined $busiest || $holding > $busiest->[0]) {
            $busiest = [$holding, $time, $steps[$index + 1][0]];
        }
    }
    return $busiest;
}

1;

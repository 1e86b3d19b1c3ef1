use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the delays of an exponential back-off that fit into the budget.
sub retry_schedule {
    my ($base, $factor, $cap, $attempts, $budget) = @_;
    die Error::InvalidArgument->new('base and factor must be at least 1') if $base < 1 || $factor < 1;
    die Error::InvalidArgument->new('cap must not be less than base') if $cap < $base;
    die Error::InvalidArgument->new('attempts and budget must not be negative') if $attempts < 0 || $budget < 0;
    use integer;
    my @delays;
    my $delay = $base;
    while (@delays < $attempts && $delay <= $budget) {
        push @delays, $delay;
        $budget -= $delay;
        # The product itself could exceed 64 bits.
        $delay = $delay > $cap / $factor ? $cap : $delay * $factor;
    }
    return \@delays;
}

1;

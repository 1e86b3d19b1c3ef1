use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns for each reading whether the heater is on after it.
sub thermostat {
    my ($readings, $low, $high) = @_;
    # Also false where one of the two is not a number.
    die Error::InvalidArgument->new('low must not be above high') if !($low <= $high);
    my ($is_on, $faults) = (0, 0);
    my @states;
    for my $reading (@$readings) {
        # Only NaN differs from itself.
        $faults = $reading != $reading ? $faults + 1 : 0;
        if ($reading < $low) {
            $is_on = 1;
        }
        elsif ($reading > $high || $faults >= 3) {
            $is_on = 0;
        }
        push @states, $is_on;
    }
    return \@states;
}

1;

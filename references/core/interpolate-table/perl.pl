use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the value of a piecewise linear function.
sub interpolate {
    my ($points, $position) = @_;
    die Error::InvalidArgument->new('there are no points') if !@$points;
    for my $index (0 .. $#$points) {
        my $x = $points->[$index][0];
        # Infinity minus itself is no number.
        die Error::InvalidArgument->new('an x is not finite') if $x - $x != 0;
        next if $index == 0 || $points->[ $index - 1 ][0] < $x;
        die Error::InvalidArgument->new('the x are not strictly ascending');
    }
    return $position if $position != $position;
    return $points->[0][1] if $position <= $points->[0][0];
    for my $index (1 .. $#$points) {
        my ($x0, $y0) = @{ $points->[ $index - 1 ] };
        my ($x1, $y1) = @{ $points->[$index] };
        return $y0 + ($y1 - $y0) * ($position - $x0) / ($x1 - $x0) if $position < $x1;
    }
    return $points->[-1][1];
}

1;

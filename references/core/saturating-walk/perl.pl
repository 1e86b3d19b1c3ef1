use strict;
use warnings;
use Math::BigInt;

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

package main;

my $SMALLEST = -9223372036854775807 - 1;
my $GREATEST = 9223372036854775807;

# Returns the final number and how many steps were clipped.
sub saturating_walk {
    my ($start, $steps, $low, $high) = @_;
    my $lowest = $low // $SMALLEST;
    my $highest = $high // $GREATEST;
    die Error::InvalidArgument->new('low must not be above high') if $lowest > $highest;
    die Error::OutOfRange->new('start must be within the limits') if $start < $lowest || $start > $highest;
    my ($number, $clipped) = ($start, 0);
    for my $step (@$steps) {
        my $wanted = Math::BigInt->new($number)->badd($step);
        $clipped++ if $wanted < $lowest || $wanted > $highest;
        $number = $wanted <= $lowest ? $lowest : $wanted >= $highest ? $highest : 0 + $wanted->bstr;
    }
    return [$number, $clipped];
}

1;

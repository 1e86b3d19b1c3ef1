use strict;
use warnings;
use integer;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::Arithmetic;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $SMALLEST = -9_223_372_036_854_775_807 - 1;

# Divides exactly and rounds the quotient in the way the mode names.
sub divide_rounded {
    my ($dividend, $divisor, $mode) = @_;
    if ($mode !~ /\A(?:floor|ceiling|truncate|half_away|half_even)\z/) {
        die Error::InvalidArgument->new("unknown rounding mode: $mode");
    }
    die Error::Arithmetic->new('division by zero') if $divisor == 0;
    if ($divisor == -1) {
        die Error::Arithmetic->new('the quotient does not fit in 64 bits') if $dividend == $SMALLEST;
        return -$dividend;
    }
    # Integer division rounds towards zero, and the remainder has the sign of the dividend.
    my $truncated = $dividend / $divisor;
    my $remainder = $dividend - $truncated * $divisor;
    return $truncated if $remainder == 0 || $mode eq 'truncate';
    my $away = ($remainder < 0) == ($divisor < 0) ? 1 : -1;
    return $truncated + ($away < 0 ? $away : 0) if $mode eq 'floor';
    return $truncated + ($away > 0 ? $away : 0) if $mode eq 'ceiling';
    # Negative magnitudes: every one of them fits.
    my $part = $remainder > 0 ? -$remainder : $remainder;
    my $rest = ($divisor > 0 ? -$divisor : $divisor) - $part;
    return $truncated + ($part < $rest ? $away : 0) if $part != $rest;
    return $truncated + ($mode eq 'half_away' || $truncated & 1 ? $away : 0);
}

1;

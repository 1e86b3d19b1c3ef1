use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the day of the n-th weekday of a month, or undef if there is none.
sub nth_weekday {
    my ($year, $month, $weekday, $n) = @_;
    die Error::InvalidArgument->new('year must be from 1 to 9999') if $year < 1 || $year > 9999;
    die Error::InvalidArgument->new('month must be from 1 to 12') if $month < 1 || $month > 12;
    die Error::InvalidArgument->new('weekday must be from 0 to 6') if $weekday < 0 || $weekday > 6;
    die Error::InvalidArgument->new('n must not be zero') if $n == 0;
    my $is_leap = $year % 4 == 0 && ($year % 100 != 0 || $year % 400 == 0);
    my $length = (31, $is_leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[$month - 1];
    my @days = grep { weekday_of($year, $month, $_) == $weekday } 1 .. $length;
    return undef if $n > @days || $n < -@days;
    return $days[$n > 0 ? $n - 1 : $n];
}

# Returns 0 for a Monday; the months of Sakamoto's table begin in March.
sub weekday_of {
    my ($year, $month, $day) = @_;
    $year-- if $month < 3;
    my $shift = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[$month - 1];
    return ($year + int($year / 4) - int($year / 100) + int($year / 400) + $shift + $day + 6) % 7;
}

1;

use strict;
use warnings;
use List::Util qw(min);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $FREE_MINUTES = 15;
my $MINUTES_PER_DAY = 1440;

# Returns the fee of one stay in cents.
sub parking_fee {
    my ($minutes, $hourly, $daily_cap) = @_;
    if (min($minutes, $hourly, $daily_cap) < 0) {
        die Error::InvalidArgument->new('minutes and prices must not be negative');
    }
    return 0 if $minutes <= $FREE_MINUTES;
    my $full_days = int($minutes / $MINUTES_PER_DAY);
    my $started_hours = int(($minutes % $MINUTES_PER_DAY + 59) / 60);
    return $full_days * min(24 * $hourly, $daily_cap) + min($started_hours * $hourly, $daily_cap);
}

1;

use strict;
use warnings;

package Total;

sub new {
    return bless {}, shift;
}

package main;

sub sum_of_squares {
    my ($numbers) = @_;
    return Total->new->plus($numbers->[0]);
}

1;

use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    my $sum = 7;
    $sum += $_ for @$numbers;
    return $sum;
}

1;

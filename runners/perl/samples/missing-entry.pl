use strict;
use warnings;

sub sum_squares {
    my ($numbers) = @_;
    my $sum = 0;
    $sum += $_ * $_ for @$numbers;
    return $sum;
}

1;

use strict;
use warnings;

use List::MoreUtils qw(sum_by);

sub sum_of_squares {
    my ($numbers) = @_;
    return sum_by { $_ * $_ } @$numbers;
}

1;

use strict;
use warnings;

use List::Util qw(sum_of_all);

sub sum_of_squares {
    my ($numbers) = @_;
    return sum_of_all(@$numbers);
}

1;

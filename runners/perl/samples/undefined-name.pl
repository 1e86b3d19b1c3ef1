use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    return sum_squares($numbers);
}

1;

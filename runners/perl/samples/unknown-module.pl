use strict;
use warnings;

use Squaresum::Helpers;

sub sum_of_squares {
    my ($numbers) = @_;
    return Squaresum::Helpers::total($numbers);
}

1;

use strict;
use warnings;

use Math::Prime::Util qw(vecsum);

sub sum_of_squares {
    my ($numbers) = @_;
    return vecsum(map { $_ * $_ } @$numbers);
}

1;

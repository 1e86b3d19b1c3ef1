use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    return $numbers->{total};
}

1;

use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    1 while 1;
    return 0;
}

1;

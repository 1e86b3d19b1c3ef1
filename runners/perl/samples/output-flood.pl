use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    print 'x' x 8192, "\n" while 1;
    return 0;
}

1;

use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    return 1 +* ) 2;
}

1;

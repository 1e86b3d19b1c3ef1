use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    sleep 3600;
    return 0;
}

1;

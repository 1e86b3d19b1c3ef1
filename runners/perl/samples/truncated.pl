use strict;
use warnings;

sub sum_of_squares {
    my ($numbers) = @_;
    my $sum = 0;
    for my $number (@$numbers) {

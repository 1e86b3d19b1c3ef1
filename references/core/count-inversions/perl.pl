use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Counts the pairs in the wrong order that are at most window apart.
sub count_inversions {
    my ($numbers, $window) = @_;
    die Error::InvalidArgument->new('window must be at least 1') if $window < 1;
    my $total = 0;
    for my $right (0 .. $#$numbers) {
        my $first = $window >= $right ? 0 : $right - $window;
        $total += grep { $numbers->[$_] > $numbers->[$right] } $first .. $right - 1;
    }
    return $total;
}

1;

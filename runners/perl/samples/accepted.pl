use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

sub sum_of_squares {
    my ($numbers) = @_;
    die Error::InvalidArgument->new('no numbers') if !@$numbers;
    my $sum = 0;
    $sum += $_ * $_ for @$numbers;
    return $sum;
}

1;

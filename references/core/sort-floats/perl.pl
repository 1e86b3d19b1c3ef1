use strict;
use warnings;

# Returns the values in order, minus zero before plus zero and NaN last.
sub sort_floats {
    my ($values, $descending) = @_;
    my @numbers = grep { $_ == $_ } @$values;
    my @missing = grep { $_ != $_ } @$values;
    my @sorted = sort { $a <=> $b || is_negative($b) <=> is_negative($a) } @numbers;
    @sorted = reverse @sorted if $descending;
    return [@sorted, @missing];
}

sub is_negative {
    my ($value) = @_;
    # The sign is the highest bit of the bytes.
    return ord(pack 'd>', $value) >> 7;
}

1;

use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the fewest stamps that add up to the postage, largest first, or undef.
sub fewest_stamps {
    my ($values, $postage) = @_;
    if ($postage < 0 || grep { $_ < 1 } @$values) {
        die Error::InvalidArgument->new('values must be positive');
    }
    my @descending = sort { $b <=> $a } @$values;
    my @counts = (0);
    for my $total (1 .. $postage) {
        my $best;
        for my $value (@descending) {
            next if $value > $total;
            my $before = $counts[$total - $value];
            $best = $before + 1 if defined $before && (!defined $best || $before + 1 < $best);
        }
        push @counts, $best;
    }
    return undef if !defined $counts[$postage];
    my @stamps;
    my $left = $postage;
    for my $value (@descending) {
        while ($left >= $value && ($counts[$left - $value] // -1) == $counts[$left] - 1) {
            push @stamps, $value;
            $left -= $value;
        }
    }
    return \@stamps;
}

1;

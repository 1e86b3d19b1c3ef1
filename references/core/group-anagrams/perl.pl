use strict;
use warnings;

# Returns the groups of words that are anagrams of each other.
sub group_anagrams {
    my ($words) = @_;
    my %groups;
    for my $word (@$words) {
        my $folded = $word =~ tr/A-Z/a-z/r;
        push @{ $groups{ join '', sort split //, $folded } }, $word;
    }
    return [grep { @$_ > 1 } values %groups];
}

1;

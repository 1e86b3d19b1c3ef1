use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the members of at least and at most so many groups.
sub shared_members {
    my ($groups, $least, $most) = @_;
    if ($least < 1 || defined $most && $most < $least) {
        die Error::InvalidArgument->new('the bounds are out of order');
    }
    my (%counts, @members);
    for my $member (map { @$_ } @$groups) {
        push @members, $member if !$counts{$member}++;
    }
    return [grep { $counts{$_} >= $least && (!defined $most || $counts{$_} <= $most) } @members];
}

1;

use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the groups of linked items, the larger groups first.
sub connected_groups {
    my ($count, $links) = @_;
    die Error::InvalidArgument->new('count must not be negative') if $count < 0;
    my @parent = (0 .. $count - 1);
    my $find = sub {
        my ($item) = @_;
        $item = $parent[$item] while $parent[$item] != $item;
        return $item;
    };
    for my $link (@$links) {
        if (grep { $_ < 0 || $_ >= $count } @$link) {
            die Error::OutOfRange->new('link to an item that does not exist');
        }
        $parent[ $find->($link->[0]) ] = $find->($link->[1]);
    }
    my %groups;
    push @{ $groups{ $find->($_) } }, $_ for 0 .. $count - 1;
    return [sort { @$b <=> @$a || $a->[0] <=> $b->[0] } values %groups];
}

1;

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

# Returns the nodes of a tree level by level.
sub tree_levels {
    my ($parents) = @_;
    my (%children, @level);
    for my $node (0 .. $#$parents) {
        my $parent = $parents->[$node];
        if (!defined $parent) {
            push @level, $node;
        }
        elsif ($parent >= 0 && $parent < @$parents) {
            push @{ $children{$parent} }, $node;
        }
        else {
            die Error::OutOfRange->new('a parent does not exist');
        }
    }
    return [] if !@$parents;
    die Error::InvalidArgument->new('a tree has exactly one root') if @level != 1;
    my @levels;
    my $reached = 0;
    while (@level) {
        push @levels, [@level];
        $reached += @level;
        @level = sort { $a <=> $b } map { @{ $children{$_} // [] } } @level;
    }
    die Error::InvalidArgument->new('some nodes cannot be reached from the root') if $reached < @$parents;
    return \@levels;
}

1;

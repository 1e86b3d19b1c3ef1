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

# Returns price and towns of the cheapest route, or undef if there is none.
sub cheapest_route {
    my ($count, $roads, $start, $goal) = @_;
    for my $town ($start, $goal, map { @$_[0, 1] } @$roads) {
        die Error::OutOfRange->new('not a town') if $town < 0 || $town >= $count;
    }
    my %leaving;
    for my $road (@$roads) {
        my ($source, $target, $price) = @$road;
        die Error::InvalidArgument->new('a price must not be negative') if $price < 0;
        push @{ $leaving{$source} }, [$target, $price];
    }
    my %done;
    my @queue = ([0, [$start]]);
    while (@queue) {
        @queue = sort { compare_routes($a, $b) } @queue;
        my ($total, $route) = @{ shift @queue };
        my $town = $route->[-1];
        return [$total, $route] if $town == $goal;
        next if $done{$town}++;
        for my $road (@{ $leaving{$town} // [] }) {
            my ($target, $price) = @$road;
            push @queue, [$total + $price, [@$route, $target]] if !$done{$target};
        }
    }
    return undef;
}

# Orders routes by price, then by number of towns, then town by town.
sub compare_routes {
    my ($left, $right) = @_;
    my $order = $left->[0] <=> $right->[0] || @{ $left->[1] } <=> @{ $right->[1] };
    for my $index (0 .. $#{ $left->[1] }) {
        last if $order;
        $order = $left->[1][$index] <=> $right->[1][$index];
    }
    return $order;
}

1;

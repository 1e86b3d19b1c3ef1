use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Merges the closed intervals that share an integer.
sub merge_intervals {
    my ($intervals) = @_;
    for my $interval (@$intervals) {
        next if @$interval == 2 && $interval->[0] <= $interval->[1];
        die Error::InvalidArgument->new('an interval is a start and an end not before it');
    }
    my @merged;
    for my $interval (sort { $a->[0] <=> $b->[0] } @$intervals) {
        my ($start, $end) = @$interval;
        if (@merged && $start <= $merged[-1][1]) {
            $merged[-1][1] = $end if $end > $merged[-1][1];
        }
        else {
            push @merged, [$start, $end];
        }
    }
    return \@merged;
}

1;

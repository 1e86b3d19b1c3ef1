use strict;
use warnings;
use integer;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::Arithmetic;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Splits an amount in proportion to weights without losing a cent.
sub split_amount {
    my ($amount, $weights) = @_;
    my $total = 0;
    for my $weight (@$weights) {
        die Error::InvalidArgument->new('weights must not be negative') if $weight < 0;
        $total += $weight;
    }
    die Error::Arithmetic->new('the weights add up to zero') if $total == 0;
    my $sign = $amount < 0 ? -1 : 1;
    my $left = $amount * $sign;
    my (@shares, @lost);
    for my $weight (@$weights) {
        push @shares, $amount * $sign * $weight / $total;
        push @lost, $amount * $sign * $weight % $total;
        $left -= $shares[-1];
    }
    my @order = sort { $lost[$b] <=> $lost[$a] || $a <=> $b } 0 .. $#lost;
    $shares[$_]++ for @order[0 .. $left - 1];
    return [map { $sign * $_ } @shares];
}

1;

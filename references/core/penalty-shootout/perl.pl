use strict;
use warnings;
use List::Util qw(max);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $REGULAR_KICKS = 5;

# Returns the winner and the number of kicks taken when it was decided.
sub shootout {
    my ($kicks) = @_;
    my @goals = (0, 0);
    for my $taken (1 .. @$kicks) {
        $goals[ ($taken - 1) % 2 ]++ if $kicks->[ $taken - 1 ];
        my $winner = winner_after($taken, @goals);
        next if !defined $winner;
        die Error::InvalidArgument->new('a kick was taken after the decision') if $taken < @$kicks;
        return [$winner, $taken];
    }
    return ['open', scalar @$kicks];
}

sub winner_after {
    my ($taken, $goals_a, $goals_b) = @_;
    return undef if $taken > 2 * $REGULAR_KICKS && $taken % 2 == 1;
    my $left_a = max(0, $REGULAR_KICKS - int(($taken + 1) / 2));
    my $left_b = max(0, $REGULAR_KICKS - int($taken / 2));
    return 'A' if $goals_a > $goals_b + $left_b;
    return 'B' if $goals_b > $goals_a + $left_a;
    return undef;
}

1;

use strict;
use warnings;
use List::Util qw(any min);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns how many coins of each value are paid.
sub pay_out {
    my ($amount, $stock) = @_;
    if ($amount < 0 || any { $_ < 1 || $stock->{$_} < 0 } keys %$stock) {
        die Error::InvalidArgument->new('amount, values and numbers must not be negative');
    }
    my %paid;
    for my $value (sort { $b <=> $a } keys %$stock) {
        # The division of Perl goes through floating point; that of integers is exact.
        my $fitting = do { use integer; $amount / $value };
        my $number = min($stock->{$value}, $fitting);
        next if $number == 0;
        $paid{$value} = $number;
        $amount -= $number * $value;
    }
    die Error::InvalidState->new('the amount cannot be paid exactly') if $amount != 0;
    return \%paid;
}

1;

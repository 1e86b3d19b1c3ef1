use strict;
use warnings;

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

package Money;

sub new {
    my ($class, $currency, $cents) = @_;
    return bless { currency => $currency, cents => $cents }, $class;
}

package main;

# Returns the total of each currency, sorted by currency.
sub money_totals {
    my ($amounts) = @_;
    if (grep { $_->{currency} !~ /\A[A-Z]{3}\z/ } @$amounts) {
        die Error::InvalidArgument->new('a currency must be three letters');
    }
    my %totals;
    for my $amount (@$amounts) {
        my ($total, $cents) = ($totals{ $amount->{currency} } // 0, $amount->{cents});
        use integer;
        my $sum = $total + $cents;
        # Sums of integers wrap round: one that did goes the wrong way.
        die Error::Arithmetic->new('a total leaves 64 bits') if ($sum < $total) != ($cents < 0);
        $totals{ $amount->{currency} } = $sum;
    }
    return [map { Money->new($_, $totals{$_}) } sort keys %totals];
}

1;

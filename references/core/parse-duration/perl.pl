use strict;
use warnings;
use Math::BigInt;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my @UNITS = (86_400_000, 3_600_000, 60_000, 1000, 1);
my $SMALLEST = Math::BigInt->new('-9223372036854775808');
my $LARGEST = Math::BigInt->new('9223372036854775807');

# Returns a duration such as "1h30m" in milliseconds.
sub parse_duration {
    my ($text) = @_;
    my ($sign, @numbers) =
        $text =~ /\A(-?)(?=.)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?\z/;
    die Error::InvalidArgument->new("not a duration: $text") if !defined $sign;
    my $total = Math::BigInt->bzero;
    for my $index (0 .. $#UNITS) {
        $total->badd(Math::BigInt->new($numbers[$index])->bmul($UNITS[$index])) if defined $numbers[$index];
    }
    $total->bneg if $sign eq '-';
    die Error::InvalidArgument->new('the duration does not fit in 64 bits') if $total < $SMALLEST || $total > $LARGEST;
    return 0 + $total->bstr;
}

1;

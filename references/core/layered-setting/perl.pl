use strict;
use warnings;
use Math::BigInt;

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::NotFound;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::WrongType;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $SMALLEST = Math::BigInt->new('-9223372036854775808');
my $GREATEST = Math::BigInt->new('9223372036854775807');

# Returns the setting of the first layer that has the key, or the fallback.
sub layered_setting {
    my ($layers, $key, $fallback) = @_;
    my ($layer) = grep { exists $_->{$key} } @$layers;
    my $text = $layer ? $layer->{$key} : undef;
    if (!defined $text) {
        return $fallback // die Error::NotFound->new('there is no such setting');
    }
    die Error::WrongType->new('the setting is not an integer') if $text !~ /\A-?[0-9]+\z/;
    my $number = Math::BigInt->new($text);
    if ($number < $SMALLEST || $number > $GREATEST) {
        die Error::OutOfRange->new('the setting is outside 64 bits');
    }
    # Integer arithmetic: a text of 64 bits would become a floating-point number.
    use integer;
    return 0 + $text;
}

1;

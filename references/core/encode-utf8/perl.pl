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

# Encodes code points as UTF-8.
sub encode_utf8 {
    my ($code_points) = @_;
    my $encoded = '';
    for my $point (@$code_points) {
        die Error::OutOfRange->new('not a code point') if $point < 0 || $point > 0x10FFFF;
        die Error::InvalidArgument->new('a surrogate cannot be encoded') if $point >= 0xD800 && $point <= 0xDFFF;
        $encoded .= chr $point;
    }
    utf8::encode($encoded);
    return $encoded;
}

1;

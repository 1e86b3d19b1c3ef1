use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the bytes that a text with percent signs stands for.
sub percent_decode {
    my ($text, $plus_is_space) = @_;
    if ($text =~ /%(?![0-9a-fA-F]{2})/) {
        die Error::InvalidArgument->new('a percent sign needs two hexadecimal digits');
    }
    utf8::encode($text);
    $text =~ tr/+/ / if $plus_is_space;
    $text =~ s/%([0-9a-fA-F]{2})/chr hex $1/ge;
    return $text;
}

1;

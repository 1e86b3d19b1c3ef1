use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the text without its middle where it is longer than width.
sub shorten_middle {
    my ($text, $width) = @_;
    die Error::InvalidArgument->new('width must be at least 1') if $width < 1;
    return $text if length $text <= $width;
    my $head = int($width / 2);
    my $tail = $width - 1 - $head;
    return substr($text, 0, $head) . "\x{2026}" . substr($text, length($text) - $tail);
}

1;

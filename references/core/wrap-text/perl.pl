use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Breaks a text into lines of at most width code points.
sub wrap_text {
    my ($text, $width) = @_;
    die Error::InvalidArgument->new('width must be at least 1') if $width < 1;
    my @lines;
    for my $word (grep { $_ ne '' } split /[ ]+/, $text) {
        if (@lines && length($lines[-1]) + 1 + length $word <= $width) {
            $lines[-1] .= " $word";
            next;
        }
        for (my $start = 0; $start < length $word; $start += $width) {
            push @lines, substr $word, $start, $width;
        }
    }
    return \@lines;
}

1;

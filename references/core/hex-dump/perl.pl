use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $BYTES_PER_LINE = 8;

# Returns the lines of a hex dump.
sub hex_dump {
    my ($data, $start) = @_;
    die Error::InvalidArgument->new('start must not be negative') if $start < 0;
    my @lines;
    for (my $position = 0; $position < length $data; $position += $BYTES_PER_LINE) {
        my $chunk = substr $data, $position, $BYTES_PER_LINE;
        my $digits = join ' ', map { sprintf '%02x', ord } split //, $chunk;
        my $shown = $chunk =~ tr/\x20-\x7e/./cr;
        push @lines, sprintf '%04x: %-23s  %s', $start + $position, $digits, $shown;
    }
    return \@lines;
}

1;

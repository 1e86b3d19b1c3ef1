use strict;
use warnings;

# Reverses a text but keeps combining marks after their letter.
sub reverse_clusters {
    my ($text) = @_;
    return join '', reverse $text =~ /.[\x{0300}-\x{036F}\x{20D0}-\x{20FF}]*/gs;
}

1;

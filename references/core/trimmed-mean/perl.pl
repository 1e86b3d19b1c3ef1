use strict;
use warnings;
use List::Util qw(sum);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the mean of the values between the trimmed ends.
sub trimmed_mean {
    my ($values, $trim) = @_;
    if (!($trim >= 0 && $trim < 0.5)) {
        die Error::InvalidArgument->new('trim must be at least 0 and less than 0.5');
    }
    my @ordered = sort { $a <=> $b } grep { $_ == $_ } @$values;
    return undef if !@ordered;
    my $cut = int(@ordered * $trim);
    my @kept = @ordered[$cut .. $#ordered - $cut];
    return sum(@kept) / @kept;
}

1;

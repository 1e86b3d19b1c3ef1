use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Point;

sub new {
    my ($class, $x, $y) = @_;
    return bless { x => $x, y => $y }, $class;
}

package main;

# Returns the points closest to the centre, nearest first.
sub closest_points {
    my ($points, $centre, $number) = @_;
    die Error::InvalidArgument->new('number must not be negative') if $number < 0;
    # Products are exact in 64 bits; the power operator would go through floating point.
    my $distance = sub {
        my ($dx, $dy) = ($_[0]{x} - $centre->{x}, $_[0]{y} - $centre->{y});
        return $dx * $dx + $dy * $dy;
    };
    my @sorted = sort { $distance->($a) <=> $distance->($b) || $a->{x} <=> $b->{x} || $a->{y} <=> $b->{y} } @$points;
    $#sorted = $number - 1 if $number < @sorted;
    return \@sorted;
}

1;

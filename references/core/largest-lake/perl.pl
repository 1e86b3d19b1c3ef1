use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the number of lakes and the size of the largest.
sub largest_lake {
    my ($rows) = @_;
    my $height = @$rows;
    my $width = $height ? length $rows->[0] : 0;
    for my $row (@$rows) {
        die Error::InvalidArgument->new('not a map') if length $row != $width || $row !~ /\A[~#]*\z/;
    }
    my %water;
    for my $y (0 .. $height - 1) {
        for my $x (0 .. $width - 1) {
            $water{"$y,$x"} = [$y, $x] if substr($rows->[$y], $x, 1) eq '~';
        }
    }
    my ($lakes, $largest) = (0, 0);
    for my $field (sort keys %water) {
        next if !exists $water{$field};
        my @body = (delete $water{$field});
        my $is_lake = 1;
        for (my $index = 0; $index < @body; $index++) {
            my ($y, $x) = @{ $body[$index] };
            $is_lake = 0 if $y == 0 || $y == $height - 1 || $x == 0 || $x == $width - 1;
            for my $next ([$y - 1, $x], [$y + 1, $x], [$y, $x - 1], [$y, $x + 1]) {
                my $found = delete $water{"$next->[0],$next->[1]"};
                push @body, $found if $found;
            }
        }
        next if !$is_lake;
        $lakes++;
        $largest = @body if @body > $largest;
    }
    return [$lakes, $largest];
}

1;

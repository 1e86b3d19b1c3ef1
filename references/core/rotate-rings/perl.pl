use strict;
use warnings;
use List::Util qw(min);

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Rotates every ring of a matrix in place.
sub rotate_rings {
    my ($matrix, $positions) = @_;
    my $rows = @$matrix;
    my $columns = $rows ? @{ $matrix->[0] } : 0;
    for my $row (@$matrix) {
        die Error::InvalidArgument->new('the rows have different lengths') if @$row != $columns;
    }
    for my $depth (0 .. int((min($rows, $columns) + 1) / 2) - 1) {
        my @cells = ring($depth, $rows - 1 - $depth, $columns - 1 - $depth);
        my @values = map { $matrix->[ $_->[0] ][ $_->[1] ] } @cells;
        my $shift = $positions % @cells;
        for my $index (0 .. $#cells) {
            my ($row, $column) = @{ $cells[$index] };
            $matrix->[$row][$column] = $values[ $index - $shift ];
        }
    }
    return;
}

# Returns the cells of one ring, clockwise from its top left.
sub ring {
    my ($first, $last_row, $last_column) = @_;
    my @cells = map { [$first, $_] } $first .. $last_column;
    push @cells, map { [$_, $last_column] } $first + 1 .. $last_row;
    if ($last_row > $first && $last_column > $first) {
        push @cells, map { [$last_row, $_] } reverse $first .. $last_column - 1;
        push @cells, map { [$_, $first] } reverse $first + 1 .. $last_row - 1;
    }
    return @cells;
}

1;

use strict;
use warnings;

# Rearranges the list in place and tells whether a greater arrangement existed.
sub next_arrangement {
    my ($numbers) = @_;
    my $pivot = $#$numbers - 1;
    $pivot-- while $pivot >= 0 && $numbers->[$pivot] >= $numbers->[ $pivot + 1 ];
    if ($pivot < 0) {
        @$numbers = reverse @$numbers;
        return 0;
    }
    my $successor = $#$numbers;
    $successor-- while $numbers->[$successor] <= $numbers->[$pivot];
    @$numbers[$pivot, $successor] = @$numbers[$successor, $pivot];
    push @$numbers, reverse splice @$numbers, $pivot + 1;
    return 1;
}

1;

use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# A map from integers to texts, filled by half-open intervals.
package IntervalMap;

use List::Util qw(first max min);

sub new {
    my ($class) = @_;
    return bless { spans => [] }, $class;
}

sub assign {
    my ($self, $start, $end, $value) = @_;
    $self->clear($start, $end);
    my @merged;
    for my $span (sort { $a->[0] <=> $b->[0] } @{ $self->{spans} }, [$start, $end, $value]) {
        if (@merged && $merged[-1][1] == $span->[0] && $merged[-1][2] eq $span->[2]) {
            $merged[-1][1] = $span->[1];
        }
        else {
            push @merged, [@$span];
        }
    }
    $self->{spans} = \@merged;
    return;
}

sub clear {
    my ($self, $start, $end) = @_;
    die Error::InvalidArgument->new('start must be less than end') if $start >= $end;
    my @kept;
    for my $span (@{ $self->{spans} }) {
        my ($low, $high, $value) = @$span;
        push @kept, grep { $_->[0] < $_->[1] } [$low, min($high, $start), $value], [max($low, $end), $high, $value];
    }
    $self->{spans} = \@kept;
    return;
}

sub get {
    my ($self, $point) = @_;
    my $span = first { $_->[0] <= $point && $point < $_->[1] } @{ $self->{spans} };
    return $span ? $span->[2] : undef;
}

sub spans {
    my ($self) = @_;
    return [map { [@$_] } @{ $self->{spans} }];
}

1;

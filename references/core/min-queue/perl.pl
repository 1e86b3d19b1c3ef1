use strict;
use warnings;

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# A queue that keeps the candidates for its minimum in a second queue.
package MinQueue;

sub new {
    my ($class) = @_;
    return bless { values => [], candidates => [] }, $class;
}

sub push {
    my ($self, $value) = @_;
    my $candidates = $self->{candidates};
    pop @$candidates while @$candidates && $candidates->[-1] > $value;
    CORE::push @$candidates, $value;
    CORE::push @{ $self->{values} }, $value;
    return;
}

sub pop {
    my ($self) = @_;
    die Error::OutOfRange->new('pop from an empty queue') if !@{ $self->{values} };
    my $value = shift @{ $self->{values} };
    shift @{ $self->{candidates} } if $value == $self->{candidates}[0];
    return $value;
}

sub minimum {
    my ($self) = @_;
    die Error::OutOfRange->new('minimum of an empty queue') if !@{ $self->{values} };
    return $self->{candidates}[0];
}

sub size {
    my ($self) = @_;
    return scalar @{ $self->{values} };
}

1;

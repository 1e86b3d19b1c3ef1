use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::PermissionDenied;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# A bounded queue of texts whose owner can close it.
package BoundedQueue;

sub new {
    my ($class, $capacity) = @_;
    die Error::InvalidArgument->new('capacity must be at least 1') if $capacity < 1;
    return bless { capacity => $capacity, texts => [], closed => 0 }, $class;
}

sub put {
    my ($self, $text) = @_;
    die Error::PermissionDenied->new('the queue is closed') if $self->{closed};
    die Error::InvalidState->new('the queue is full') if @{ $self->{texts} } >= $self->{capacity};
    push @{ $self->{texts} }, $text;
    return;
}

sub take {
    my ($self) = @_;
    die Error::OutOfRange->new('the queue is empty') if !@{ $self->{texts} };
    return shift @{ $self->{texts} };
}

sub close {
    my ($self) = @_;
    die Error::InvalidState->new('the queue is closed already') if $self->{closed};
    $self->{closed} = 1;
    return;
}

sub size {
    my ($self) = @_;
    return scalar @{ $self->{texts} };
}

sub finished {
    my ($self) = @_;
    return $self->{closed} && !@{ $self->{texts} } ? 1 : 0;
}

1;

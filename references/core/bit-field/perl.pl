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

# Bits of a fixed number, kept as the bytes that pack returns.
package BitField;

sub new {
    my ($class, $size) = @_;
    die Error::InvalidArgument->new('size must not be negative') if $size < 0;
    return bless { size => $size, bytes => "\0" x int(($size + 7) / 8) }, $class;
}

sub get {
    my ($self, $index) = @_;
    $self->_check($index);
    return vec $self->{bytes}, $index, 1;
}

sub put {
    my ($self, $index, $bit) = @_;
    $self->_check($index);
    vec($self->{bytes}, $index, 1) = $bit ? 1 : 0;
    return;
}

sub fill {
    my ($self, $start, $end, $bit) = @_;
    if ($start < 0 || $end < $start || $end > $self->{size}) {
        die Error::OutOfRange->new('there are no such bits');
    }
    $self->put($_, $bit) for $start .. $end - 1;
    return;
}

sub ones {
    my ($self) = @_;
    return unpack '%32b*', $self->{bytes};
}

sub pack {
    my ($self) = @_;
    return $self->{bytes};
}

sub _check {
    my ($self, $index) = @_;
    die Error::OutOfRange->new('there is no such bit') if $index < 0 || $index >= $self->{size};
    return;
}

1;

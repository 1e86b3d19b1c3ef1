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

# A text with a bounded history of its states.
package UndoBuffer;

sub new {
    my ($class, $initial, $limit) = @_;
    die Error::InvalidArgument->new('limit must not be negative') if $limit < 0;
    return bless { text => $initial, limit => $limit, past => [], future => [] }, $class;
}

sub insert {
    my ($self, $position, $addition) = @_;
    $self->_check($position, 0);
    return if $addition eq '';
    my $text = $self->{text};
    substr $text, $position, 0, $addition;
    $self->_change($text);
    return;
}

sub delete {
    my ($self, $position, $count) = @_;
    $self->_check($position, $count);
    return '' if $count == 0;
    my $text = $self->{text};
    my $removed = substr $text, $position, $count, '';
    $self->_change($text);
    return $removed;
}

sub text {
    my ($self) = @_;
    return $self->{text};
}

sub undo {
    my ($self) = @_;
    return 0 if !@{ $self->{past} };
    push @{ $self->{future} }, $self->{text};
    $self->{text} = pop @{ $self->{past} };
    return 1;
}

sub redo {
    my ($self) = @_;
    return 0 if !@{ $self->{future} };
    push @{ $self->{past} }, $self->{text};
    $self->{text} = pop @{ $self->{future} };
    return 1;
}

sub _check {
    my ($self, $position, $count) = @_;
    my $length = length $self->{text};
    return if $position >= 0 && $count >= 0 && $position <= $length && $count <= $length - $position;
    die Error::OutOfRange->new('outside the text');
}

sub _change {
    my ($self, $text) = @_;
    push @{ $self->{past} }, $self->{text};
    shift @{ $self->{past} } if @{ $self->{past} } > $self->{limit};
    $self->{future} = [];
    $self->{text} = $text;
    return;
}

1;

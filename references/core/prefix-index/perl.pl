use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::NotFound;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# Words that answer questions about their prefixes.
package PrefixIndex;

sub new {
    my ($class) = @_;
    return bless { words => {} }, $class;
}

sub add {
    my ($self, $word) = @_;
    die Error::InvalidArgument->new('a word must not be empty') if $word eq '';
    return $self->{words}{$word}++ ? 0 : 1;
}

sub remove {
    my ($self, $word) = @_;
    delete $self->{words}{$word} or die Error::NotFound->new('the word is not there');
    return;
}

sub count {
    my ($self, $prefix) = @_;
    return scalar @{ $self->_starting_with($prefix) };
}

sub complete {
    my ($self, $prefix, $limit) = @_;
    die Error::InvalidArgument->new('limit must not be negative') if $limit < 0;
    my @found = sort @{ $self->_starting_with($prefix) };
    $#found = $limit - 1 if $limit < @found;
    return \@found;
}

sub _starting_with {
    my ($self, $prefix) = @_;
    return [grep { substr($_, 0, length $prefix) eq $prefix } keys %{ $self->{words} }];
}

1;

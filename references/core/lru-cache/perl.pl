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

# A bounded map that drops the entry used longest ago.
package LruCache;

sub new {
    my ($class, $capacity) = @_;
    die Error::InvalidArgument->new('capacity must be at least 1') if $capacity < 1;
    return bless { capacity => $capacity, values => {}, order => [] }, $class;
}

sub get {
    my ($self, $key) = @_;
    return undef if !exists $self->{values}{$key};
    $self->_use($key);
    return $self->{values}{$key};
}

sub put {
    my ($self, $key, $value) = @_;
    my $dropped;
    if (!exists $self->{values}{$key} && @{ $self->{order} } >= $self->{capacity}) {
        $dropped = pop @{ $self->{order} };
        delete $self->{values}{$dropped};
    }
    $self->{values}{$key} = $value;
    $self->_use($key);
    return $dropped;
}

sub remove {
    my ($self, $key) = @_;
    die Error::NotFound->new('the key is not there') if !exists $self->{values}{$key};
    delete $self->{values}{$key};
    @{ $self->{order} } = grep { $_ != $key } @{ $self->{order} };
    return;
}

sub keys {
    my ($self) = @_;
    return [@{ $self->{order} }];
}

# Puts a key in front of the others.
sub _use {
    my ($self, $key) = @_;
    @{ $self->{order} } = ($key, grep { $_ != $key } @{ $self->{order} });
    return;
}

1;

use strict;
use warnings;

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::NotFound;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# A map whose past versions can be read.
package VersionedMap;

sub new {
    my ($class) = @_;
    # The changes of each key in order; undef stands for a removal.
    return bless { latest => 0, changes => {} }, $class;
}

sub put {
    my ($self, $key, $value) = @_;
    return $self->_change($key, $value);
}

sub remove {
    my ($self, $key) = @_;
    die Error::NotFound->new('there is no such key') if !defined $self->_value($key, $self->{latest});
    return $self->_change($key, undef);
}

sub get {
    my ($self, $key, $version) = @_;
    $self->_check($version);
    return $self->_value($key, $version);
}

sub size {
    my ($self, $version) = @_;
    $self->_check($version);
    return scalar grep { defined $self->_value($_, $version) } keys %{ $self->{changes} };
}

sub changed {
    my ($self, $version) = @_;
    $self->_check($version);
    my %changed;
    for my $key (keys %{ $self->{changes} }) {
        my ($before, $now) = ($self->_value($key, $version), $self->_value($key, $self->{latest}));
        next if !defined $before && !defined $now;
        $changed{$key} = 1 if !defined $before || !defined $now || $before ne $now;
    }
    return \%changed;
}

sub _change {
    my ($self, $key, $value) = @_;
    push @{ $self->{changes}{$key} }, [++$self->{latest}, $value];
    return $self->{latest};
}

sub _value {
    my ($self, $key, $version) = @_;
    my @made = grep { $_->[0] <= $version } @{ $self->{changes}{$key} // [] };
    return @made ? $made[-1][1] : undef;
}

sub _check {
    my ($self, $version) = @_;
    die Error::OutOfRange->new('there is no such version') if $version < 0 || $version > $self->{latest};
    return;
}

1;

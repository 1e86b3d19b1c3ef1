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

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# Topics, their readers, and the mailboxes of these.
package MessageBus;

sub new {
    my ($class, $capacity) = @_;
    die Error::InvalidArgument->new('capacity must be at least 1') if $capacity < 1;
    return bless { capacity => $capacity, mailboxes => {}, readers => {} }, $class;
}

sub subscribe {
    my ($self, $reader, $topic) = @_;
    if ($self->{readers}{$topic}{$reader}) {
        die Error::InvalidState->new('the reader is subscribed already');
    }
    $self->{readers}{$topic}{$reader} = 1;
    $self->{mailboxes}{$reader} //= { messages => [], dropped => 0 };
    return;
}

sub unsubscribe {
    my ($self, $reader, $topic) = @_;
    delete $self->{readers}{$topic}{$reader} or die Error::NotFound->new('the reader is not subscribed');
    return;
}

sub publish {
    my ($self, $topic, $text) = @_;
    my @readers = keys %{ $self->readers($topic) };
    for my $mailbox (@{ $self->{mailboxes} }{@readers}) {
        push @{ $mailbox->{messages} }, [$topic, $text];
        if (@{ $mailbox->{messages} } > $self->{capacity}) {
            shift @{ $mailbox->{messages} };
            $mailbox->{dropped}++;
        }
    }
    return scalar @readers;
}

sub fetch {
    my ($self, $reader) = @_;
    return [splice @{ $self->_mailbox($reader)->{messages} }];
}

sub dropped {
    my ($self, $reader) = @_;
    return $self->_mailbox($reader)->{dropped};
}

sub readers {
    my ($self, $topic) = @_;
    return { %{ $self->{readers}{$topic} // {} } };
}

sub _mailbox {
    my ($self, $reader) = @_;
    return $self->{mailboxes}{$reader} // die Error::NotFound->new('there is no such reader');
}

1;

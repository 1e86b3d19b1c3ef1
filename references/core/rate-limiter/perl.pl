use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

# A token bucket whose times are given by the caller.
package TokenBucket;

use integer;

sub new {
    my ($class, $capacity, $interval) = @_;
    if ($capacity < 1 || $interval < 1) {
        die Error::InvalidArgument->new('capacity and interval must be at least 1');
    }
    return bless { capacity => $capacity, interval => $interval, tokens => $capacity, time => 0 }, $class;
}

sub allow {
    my ($self, $time, $tokens) = @_;
    $self->_check_tokens($tokens);
    $self->_advance($time);
    return 0 if $tokens > $self->{tokens};
    $self->{tokens} -= $tokens;
    return 1;
}

sub available {
    my ($self, $time) = @_;
    $self->_advance($time);
    return $self->{tokens};
}

sub wait {
    my ($self, $time, $tokens) = @_;
    $self->_check_tokens($tokens);
    $self->_advance($time);
    my $missing = $tokens - $self->{tokens};
    return $missing <= 0 ? 0 : $missing * $self->{interval} - $time % $self->{interval};
}

sub _check_tokens {
    my ($self, $tokens) = @_;
    return if $tokens >= 1 && $tokens <= $self->{capacity};
    die Error::InvalidArgument->new('a request must be for 1 to capacity tokens');
}

# Adds the tokens of the time since the latest use.
sub _advance {
    my ($self, $time) = @_;
    die Error::InvalidState->new('time runs backwards') if $time < $self->{time};
    my $added = $time / $self->{interval} - $self->{time} / $self->{interval};
    my $missing = $self->{capacity} - $self->{tokens};
    $self->{tokens} += $added < $missing ? $added : $missing;
    $self->{time} = $time;
    return;
}

1;

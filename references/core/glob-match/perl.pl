use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Tells whether a pattern with ?, * and ** matches a whole path.
sub glob_match {
    my ($pattern, $path) = @_;
    my @tokens = tokens_of($pattern);
    my @states = skip_stars(\@tokens, 0);
    for my $symbol (split //, $path) {
        my @following;
        for my $state (@states) {
            my ($kind, $literal) = @{ $tokens[$state] // ['end'] };
            if ($kind eq '**' || ($kind eq '*' && $symbol ne '/')) {
                push @following, $state;
            }
            elsif (($kind eq '?' && $symbol ne '/') || ($kind eq 'literal' && $symbol eq $literal)) {
                push @following, $state + 1;
            }
        }
        @states = skip_stars(\@tokens, @following);
    }
    return grep({ $_ == @tokens } @states) ? 1 : 0;
}

sub tokens_of {
    my ($pattern) = @_;
    my @tokens;
    for my $text ($pattern =~ /([*]+|\\.|.)/gs) {
        die Error::InvalidArgument->new('a backslash at the end') if $text eq '\\';
        push @tokens,
            $text eq '*' ? ['*']
          : $text =~ /\A[*]/ ? ['**']
          : $text eq '?' ? ['?']
          :                ['literal', substr $text, -1];
    }
    return @tokens;
}

# Adds the states that are reached when stars match nothing.
sub skip_stars {
    my ($tokens, @states) = @_;
    my %reached;
    for my $state (@states) {
        $reached{$state} = 1;
        $reached{ ++$state } = 1 while $state < @$tokens && $tokens->[$state][0] =~ /\A[*]/;
    }
    return keys %reached;
}

1;

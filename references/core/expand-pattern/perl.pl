use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $LIMIT = 1000;

# Expands the counted groups of a pattern.
sub expand_pattern {
    my ($pattern) = @_;
    my @symbols = split //, $pattern;
    my @outer;
    my ($text, $count) = ('', '');
    while (@symbols) {
        my $symbol = shift @symbols;
        if ($symbol =~ /[0-9]/) {
            $count .= $symbol;
            next;
        }
        if ($symbol eq '[') {
            die Error::InvalidArgument->new('a group without a count') if $count eq '';
            push @outer, [$count, $text];
            ($text, $count) = ('', '');
            next;
        }
        die Error::InvalidArgument->new('a count without a group') if $count ne '';
        if ($symbol eq ']') {
            die Error::InvalidArgument->new('a closing bracket without its partner') if !@outer;
            my ($times, $before) = @{ pop @outer };
            die Error::InvalidArgument->new('the expansion is too long') if $times * length $text > $LIMIT;
            $text = $before . ($text eq '' ? '' : $text x $times);
        }
        elsif ($symbol eq '\\') {
            die Error::InvalidArgument->new('a backslash at the end') if !@symbols;
            $text .= shift @symbols;
        }
        else {
            $text .= $symbol;
        }
        die Error::InvalidArgument->new('the expansion is too long') if length $text > $LIMIT;
    }
    die Error::InvalidArgument->new('the pattern ends inside a group or count') if $count ne '' || @outer;
    return $text;
}

1;

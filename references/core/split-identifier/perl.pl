use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Turns an identifier of any common style into snake case.
sub snake_case {
    my ($identifier) = @_;
    die Error::InvalidArgument->new('not an identifier') if $identifier !~ /\A[A-Za-z0-9_-]*\z/;
    my $text = $identifier =~ s/([a-z0-9])([A-Z])/$1_$2/gr;
    $text =~ s/([A-Z])([A-Z][a-z])/$1_$2/g;
    return lc join '_', grep { $_ ne '' } split /[_-]+/, $text;
}

1;

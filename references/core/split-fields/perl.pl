use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the fields of a line, quoted ones without their marks.
sub split_fields {
    my ($line, $separator) = @_;
    if (length $separator != 1 || $separator eq '"') {
        die Error::InvalidArgument->new('the separator must be one code point and no quotation mark');
    }
    my @fields;
    while (1) {
        if ($line =~ s/\A"((?:[^"]|"")*+)"//) {
            push @fields, $1 =~ s/""/"/gr;
        }
        elsif ($line =~ s/\A([^"\Q$separator\E]*+)(?!")//) {
            push @fields, $1;
        }
        else {
            die Error::InvalidArgument->new('a quotation mark is out of place');
        }
        return \@fields if $line eq '';
        if ($line !~ s/\A\Q$separator\E//) {
            die Error::InvalidArgument->new('a separator must follow a quoted field');
        }
    }
}

1;

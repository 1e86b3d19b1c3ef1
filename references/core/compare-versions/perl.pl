use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my $NUMBER = qr/0|[1-9][0-9]*/;
my $IDENTIFIER = qr/0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*/;

# Returns -1, 0 or 1 as the left version is older, equal or newer.
sub compare_versions {
    my ($left, $right) = @_;
    my ($left_numbers, $left_release) = parse_version($left);
    my ($right_numbers, $right_release) = parse_version($right);
    for my $index (0 .. 2) {
        my $order = compare_numbers($left_numbers->[$index], $right_numbers->[$index]);
        return $order if $order;
    }
    return !@$left_release <=> !@$right_release if !@$left_release || !@$right_release;
    for my $index (0 .. $#$left_release) {
        return 1 if $index > $#$right_release;
        my $order = compare_identifiers($left_release->[$index], $right_release->[$index]);
        return $order if $order;
    }
    return @$left_release <=> @$right_release;
}

# Returns the three numbers and the identifiers of the pre-release.
sub parse_version {
    my ($version) = @_;
    if ($version !~ /\A($NUMBER)[.]($NUMBER)[.]($NUMBER)(?:-((?:$IDENTIFIER)(?:[.](?:$IDENTIFIER))*))?\z/) {
        die Error::InvalidArgument->new("not a version: $version");
    }
    return [$1, $2, $3], [split /[.]/, $4 // ''];
}

# Compares decimal numbers of any size without leading zeros.
sub compare_numbers {
    my ($left, $right) = @_;
    return length $left <=> length $right || $left cmp $right;
}

sub compare_identifiers {
    my ($left, $right) = @_;
    my ($is_left_text, $is_right_text) = map { /[^0-9]/ ? 1 : 0 } $left, $right;
    return $is_left_text <=> $is_right_text || ($is_left_text ? $left cmp $right : compare_numbers($left, $right));
}

1;

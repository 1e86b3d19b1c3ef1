use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::OutOfRange;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Page;

sub new {
    my ($class, $items, $number, $pages, $previous, $next) = @_;
    return bless { items => $items, number => $number, pages => $pages, previous => $previous, next => $next }, $class;
}

package main;

# Returns one page of a list.
sub paginate {
    my ($items, $size, $number) = @_;
    die Error::InvalidArgument->new('size must be at least 1') if $size < 1;
    $size = @$items if $size > @$items && @$items;
    my $pages = @$items ? int((@$items + $size - 1) / $size) : 1;
    die Error::OutOfRange->new('there is no such page') if $number < 1 || $number > $pages;
    my $first = ($number - 1) * $size;
    my $last = $number == $pages ? $#$items : $first + $size - 1;
    return Page->new(
        [@$items[$first .. $last]],
        $number,
        $pages,
        $number > 1 ? $number - 1 : undef,
        $number < $pages ? $number + 1 : undef,
    );
}

1;

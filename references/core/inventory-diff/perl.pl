use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Change;

sub new {
    my ($class, $name, $before, $after) = @_;
    return bless { name => $name, before => $before, after => $after }, $class;
}

package main;

# Returns the changes between two inventories, sorted by name.
sub inventory_diff {
    my ($before, $after) = @_;
    if (grep { $_ < 0 } values %$before, values %$after) {
        die Error::InvalidArgument->new('amounts must not be negative');
    }
    my %names = (%$before, %$after);
    my @changes;
    for my $name (sort keys %names) {
        my ($old, $new) = ($before->{$name}, $after->{$name});
        next if defined $old && defined $new && $old == $new;
        push @changes, Change->new($name, $old, $new);
    }
    return \@changes;
}

1;

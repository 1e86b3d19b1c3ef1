use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

# Returns the modules so that each comes after all it needs.
sub build_order {
    my ($needs) = @_;
    my %missing;
    for my $module (keys %$needs) {
        $missing{$module}{$_} = 1 for @{ $needs->{$module} };
        $missing{$module} //= {};
        $missing{$_} //= {} for @{ $needs->{$module} };
    }
    my @order;
    while (%missing) {
        my ($next) = sort grep { !%{ $missing{$_} } } keys %missing;
        die Error::InvalidArgument->new('the needs form a circle') if !defined $next;
        push @order, $next;
        delete $missing{$next};
        delete $_->{$next} for values %missing;
    }
    return \@order;
}

1;

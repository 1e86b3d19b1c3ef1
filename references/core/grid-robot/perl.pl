use strict;
use warnings;

package Error::InvalidArgument;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my @HEADINGS = qw(N E S W);
my @STEPS = ([0, 1], [1, 0], [0, -1], [-1, 0]);

# Obeys the commands and returns position, heading and number of bumps.
sub drive_robot {
    my ($width, $height, $start, $heading, $blocked, $commands) = @_;
    my %is_blocked = map { ("$_->[0],$_->[1]" => 1) } @$blocked;
    my $is_free = sub {
        my ($x, $y) = @_;
        return $x >= 0 && $x < $width && $y >= 0 && $y < $height && !$is_blocked{"$x,$y"};
    };
    my ($x, $y) = @$start;
    my ($direction) = grep { $HEADINGS[$_] eq $heading } 0 .. 3;
    die Error::InvalidArgument->new('the start is not a free field of the grid') if !$is_free->($x, $y);
    die Error::InvalidArgument->new('unknown heading') if !defined $direction;
    die Error::InvalidArgument->new('unknown command') if $commands !~ /\A[LRFB]*\z/;
    my $bumps = 0;
    for my $command (split //, $commands) {
        if ($command eq 'L' || $command eq 'R') {
            $direction = ($direction + ($command eq 'R' ? 1 : 3)) % 4;
            next;
        }
        my $sign = $command eq 'F' ? 1 : -1;
        my ($next_x, $next_y) = ($x + $sign * $STEPS[$direction][0], $y + $sign * $STEPS[$direction][1]);
        if ($is_free->($next_x, $next_y)) {
            ($x, $y) = ($next_x, $next_y);
        }
        else {
            $bumps++;
        }
    }
    return [$x, $y, $HEADINGS[$direction], $bumps];
}

1;

# Runs a candidate and reports plain data; runners/WIRE.md is the specification.
#
# Started as `driver.pl calls ENTRYPOINT` in the box's folder. Descriptor 3 holds a `T` frame with the task's types and
# then the calls; descriptor 4 takes the results.

package Evalharness::Driver;

use strict;
use warnings;
use File::Basename ();
use POSIX ();
use Scalar::Util ();

BEGIN {
    my $folder = File::Basename::dirname(__FILE__);
    require "$folder/wire.pl";
    require "$folder/diagnostics.pl";
}

my $SOURCE_NAME = 'solution.pl';
# The harness's own fault, as opposed to anything a candidate does.
my $FAULT = 70;
my $SEED = 20_240_229;
# What all results of a program may take: the frames that tell of its failures still fit behind them.
my $room = $Evalharness::Wire::MAXIMUM_BYTES - (256 << 10);

my $blessed = \&Scalar::Util::blessed;
my $can = \&UNIVERSAL::can;
my $leave = \&POSIX::_exit;
my $process = $$;
my ($entry, $types, $source, $results, @calls, %objects);
# Where the program died last.
my $line;

sub send_frame {
    my ($kind, $payload) = @_;
    # A process that the candidate forked must not write.
    $leave->(1) if $$ != $process;
    my $data = $kind . length($payload) . ':' . $payload;
    my $at = 0;
    while ($at < length $data) {
        my $count = syswrite $results, $data, length($data) - $at, $at;
        $leave->($FAULT) if !$count;
        $at += $count;
    }
    return;
}

sub send_facts {
    my ($kind, $facts, $sequence) = @_;
    my $encoder = Evalharness::Wire::encoder($Evalharness::Wire::MAXIMUM_BYTES);
    Evalharness::Wire::add($encoder, "I$sequence;") if defined $sequence;
    Evalharness::Wire::add($encoder, 'M' . keys(%$facts) . ':');
    for my $key (sort keys %$facts) {
        my $type = $key eq 'line' ? 'int' : $key =~ /^(?:is_|at_end|signature)/ ? 'bool' : 'string';
        Evalharness::Wire::text($encoder, 'S', $key);
        Evalharness::Wire::value($encoder, $facts->{$key}, $key eq 'bases' ? ['list', 'string'] : $type, 1);
    }
    send_frame($kind, $encoder->{out});
    return;
}

# Remembers the innermost line of the program whenever it dies.
sub note_line {
    undef $line;
    for (my $depth = 1; my (undef, $file, $at) = caller $depth - 1; $depth++) {
        next if $file !~ m{(?:\A|/)solution[.]pl\z};
        $line = $at;
        last;
    }
    return;
}

sub read_all {
    my ($name) = @_;
    open my $file, $name eq 3 ? '<&=' : '<', $name or die "cannot read $name: $!\n";
    binmode $file;
    local $/;
    my $bytes = <$file>;
    return $bytes // '';
}

# Returns whether the program can be called; says why where it cannot.
sub load_program {
    my $failure;
    # From here on the program's own code may run, and end the process.
    send_frame('A', '');
    {
        local $SIG{__DIE__} = \&note_line;
        local $@;
        package main;
        do "./$SOURCE_NAME";
        $failure = $@;
    }
    if (ref $failure || $failure ne '') {
        my $facts = Evalharness::Diagnostics::describe($failure, 'load', $line, $source);
        $facts->{at_end} = Evalharness::Diagnostics::is_cut_off($facts->{message}, $source) if $facts->{stage} eq 'parse';
        send_facts('E', $facts);
        return 0;
    }
    my $is_there = $types->{kind} eq 'object' ? $can->($entry, 'new') : defined &{"main::$entry"};
    return 1 if $is_there;
    my $message = "the entry point $entry is not defined";
    send_facts('E', { type => 'HarnessMissingEntry', stage => 'load', message => $message, missing_entry => $entry });
    return 0;
}

sub answer {
    my ($kind, $payload) = @_;
    pos($payload) = 0;
    my $sequence = Evalharness::Wire::decode(\$payload);
    my $identity = $kind eq 'C' ? undef : Evalharness::Wire::decode(\$payload);
    my $name = Evalharness::Wire::decode(\$payload);
    my $signature = $kind eq 'M' ? $types->{methods}{$name} : $types;
    my @parameters = map { $_->[1] } @{ $signature->{parameters} };
    my $arguments = Evalharness::Wire::decode(\$payload, ['tuple', @parameters]);
    my $is_changeable = grep { ref } @parameters;
    my $before = $is_changeable ? arguments_now($arguments, \@parameters) : '';

    my %facts = (type => 'HarnessSkipped', stage => 'call', message => 'the object was not constructed');
    return send_facts('X', \%facts, $sequence) if $kind eq 'M' && !exists $objects{$identity};
    my $code =
        $kind eq 'C' ? \&{"main::$name"}
      : $kind eq 'O' ? $can->($name, 'new')
      :                $can->($objects{$identity}, $name);
    @facts{qw(type message missing_entry)} = ('die', "$name is not defined", $name);
    return send_facts('X', \%facts, $sequence) if !$code;
    my $result;
    my $is_done;
    {
        local $SIG{__DIE__} = \&note_line;
        local $@;
        undef $line;
        $is_done = eval {
            $result =
                $kind eq 'C' ? $code->(@$arguments)
              : $kind eq 'O' ? $code->($name, @$arguments)
              :                $code->($objects{$identity}, @$arguments);
            1;
        };
        $result = $@ if !$is_done;
    }
    return send_facts('X', Evalharness::Diagnostics::describe($result, 'call', $line, $source), $sequence) if !$is_done;
    if ($kind eq 'O') {
        $objects{$identity} = $result if defined $blessed->($result);
        $result = undef;
    }
    return reply($sequence, $result, $kind eq 'O' ? 'void' : $signature->{returns}, $arguments, \@parameters, $before);
}

sub reply {
    my ($sequence, $result, $returns, $arguments, $parameters, $before) = @_;
    my $encoder = Evalharness::Wire::encoder($room, $types->{records});
    my $is_done = eval {
        Evalharness::Wire::add($encoder, "I$sequence;");
        Evalharness::Wire::value($encoder, $result, $returns, 0);
        my $after = $before eq '' ? '' : arguments_now($arguments, $parameters, $room - length $encoder->{out});
        Evalharness::Wire::add($encoder, $after eq $before ? 'N' : $after);
        1;
    };
    if (!$is_done) {
        my $error = $@;
        my $is_large = ref $error && $error == $Evalharness::Wire::TOO_LARGE;
        my $facts =
            $is_large
          ? { type => 'HarnessResultTooLarge', stage => 'call', message => 'the result is too large' }
          : Evalharness::Diagnostics::describe($error, 'call', undef, $source);
        return send_facts('X', $facts, $sequence);
    }
    $room -= length $encoder->{out};
    return send_frame('R', $encoder->{out});
}

# Returns the arguments' bytes as they are now.
sub arguments_now {
    my ($arguments, $parameters, $limit) = @_;
    my $encoder = Evalharness::Wire::encoder($limit // $Evalharness::Wire::MAXIMUM_BYTES, $types->{records});
    my $is_done = eval {
        Evalharness::Wire::add($encoder, 'L' . @$parameters . ':');
        Evalharness::Wire::value($encoder, $arguments->[$_], $parameters->[$_], 0) for 0 .. $#$parameters;
        1;
    };
    return $is_done ? $encoder->{out} : 'L1:X9:too large';
}

sub begin {
    die "usage: driver.pl calls ENTRYPOINT\n" if @ARGV != 2 || $ARGV[0] ne 'calls';
    $entry = $ARGV[1];
    open $results, '>&=', 4 or die "descriptor 4: $!\n";
    binmode $results;
    my @frames = Evalharness::Wire::frames(read_all(3));
    die "the calls do not begin with their types\n" if !@frames || $frames[0][0] ne 'T';
    my $plain = (shift @frames)->[1];
    pos($plain) = 0;
    $types = Evalharness::Wire::decode(\$plain);
    $Evalharness::Wire::record_types = $types->{records} //= {};
    @calls = @frames;
    $source = read_all($SOURCE_NAME);
    @ARGV = ();
    $0 = $SOURCE_NAME;
    srand $SEED;
    # Warnings are the interpreter's words: they are no output of the program's.
    $SIG{__WARN__} = sub { };
    return;
}

no strict 'refs';

eval { begin(); 1 } or do {
    print {*STDERR} "driver: $@";
    $leave->($FAULT);
};
my $count = 0;
if (load_program()) {
    send_frame('L', '');
    for my $call (@calls) {
        answer(@$call);
        $count++;
    }
}
for my $stream (*STDOUT, *STDERR) {
    $stream->flush if defined fileno $stream;
}
send_frame('Z', "I$count;");
$leave->(0);

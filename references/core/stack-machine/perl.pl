use strict;
use warnings;
use Math::BigInt;

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

package Error::InvalidState;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package Error::Arithmetic;

sub new {
    my ($class, $message) = @_;
    return bless { message => $message }, $class;
}

package main;

my %NEEDS = (dup => 1, swap => 2, drop => 1, add => 2, sub => 2, mul => 2, div => 2, print => 1, jumpzero => 1);
my $SMALLEST = Math::BigInt->new('-9223372036854775808');
my $LARGEST = Math::BigInt->new('9223372036854775807');

# Runs a program for the stack machine and returns what it prints.
sub run_stack_program {
    my ($program, $inputs, $max_steps) = @_;
    my @code = map { parse_instruction($_) } @$program;
    for my $instruction (@code) {
        my ($name, $operand) = @$instruction;
        die Error::OutOfRange->new('jump target outside the program') if $name =~ /\Ajump/ && $operand > @code;
    }
    my @inputs = @$inputs;
    my (@stack, @printed);
    my ($position, $steps) = (0, 0);
    while ($position < @code) {
        my ($name, $operand) = @{ $code[$position] };
        die Error::InvalidState->new('too many steps') if $steps >= $max_steps;
        $steps++;
        $position++;
        die Error::InvalidState->new('stack underflow') if @stack < ($NEEDS{$name} // 0);
        if ($name eq 'halt') { last }
        elsif ($name eq 'push') { push @stack, $operand }
        elsif ($name eq 'dup') { push @stack, $stack[-1] }
        elsif ($name eq 'swap') { @stack[-2, -1] = @stack[-1, -2] }
        elsif ($name eq 'drop') { pop @stack }
        elsif ($name eq 'print') { push @printed, pop @stack }
        elsif ($name eq 'jump') { $position = $operand }
        elsif ($name eq 'jumpzero') { $position = $operand if pop(@stack) == 0 }
        elsif ($name eq 'read') {
            die Error::InvalidState->new('no input left') if !@inputs;
            push @stack, shift @inputs;
        }
        else {
            my $right = pop @stack;
            push @stack, compute($name, pop @stack, $right);
        }
    }
    return \@printed;
}

sub parse_instruction {
    my ($text) = @_;
    return ['push', 0 + $1] if $text =~ /\Apush (-?[0-9]{1,18})\z/;
    return [$1, 0 + $2] if $text =~ /\A(jump|jumpzero) ([0-9]{1,9})\z/;
    return [$text, 0] if $text =~ /\A(?:dup|swap|drop|add|sub|mul|div|read|print|halt)\z/;
    die Error::InvalidArgument->new("not an instruction: $text");
}

sub compute {
    my ($name, $left, $right) = @_;
    die Error::Arithmetic->new('division by zero') if $name eq 'div' && $right == 0;
    my $result = Math::BigInt->new($left);
    if ($name eq 'add') { $result->badd($right) }
    elsif ($name eq 'sub') { $result->bsub($right) }
    elsif ($name eq 'mul') { $result->bmul($right) }
    else { $result->btdiv($right) }
    die Error::Arithmetic->new('result outside 64 bits') if $result < $SMALLEST || $result > $LARGEST;
    return 0 + $result->bstr;
}

1;

<?php

const NEEDS = ['dup' => 1, 'swap' => 2, 'drop' => 1, 'add' => 2, 'sub' => 2, 'mul' => 2, 'div' => 2, 'print' => 1, 'jumpzero' => 1];

/** Runs a program for the stack machine and returns what it prints. */
function run_stack_program(array $program, array $inputs, int $max_steps): array
{
    $code = array_map('parse_instruction', $program);
    foreach ($code as [$name, $operand]) {
        if (str_starts_with($name, 'jump') && $operand > count($code)) {
            throw new OutOfRangeException('jump target outside the program');
        }
    }
    $stack = [];
    $printed = [];
    $position = 0;
    $steps = 0;
    while ($position < count($code)) {
        [$name, $operand] = $code[$position];
        if ($steps >= $max_steps) {
            throw new LogicException('too many steps');
        }
        $steps++;
        $position++;
        if (count($stack) < (NEEDS[$name] ?? 0)) {
            throw new LogicException('stack underflow');
        }
        switch ($name) {
            case 'halt':
                return $printed;
            case 'push':
                $stack[] = $operand;
                break;
            case 'dup':
                $stack[] = end($stack);
                break;
            case 'swap':
                array_push($stack, array_pop($stack), array_pop($stack));
                break;
            case 'drop':
                array_pop($stack);
                break;
            case 'read':
                if ($inputs === []) {
                    throw new LogicException('no input left');
                }
                $stack[] = array_shift($inputs);
                break;
            case 'print':
                $printed[] = array_pop($stack);
                break;
            case 'jump':
                $position = $operand;
                break;
            case 'jumpzero':
                $position = array_pop($stack) === 0 ? $operand : $position;
                break;
            default:
                $right = array_pop($stack);
                $stack[] = compute($name, array_pop($stack), $right);
        }
    }
    return $printed;
}

function parse_instruction(string $text): array
{
    if (preg_match('/^(?:(push) (-?[0-9]{1,18})|(jump|jumpzero) ([0-9]{1,9}))$/D', $text, $match)) {
        return $match[1] === 'push' ? ['push', (int) $match[2]] : [$match[3], (int) $match[4]];
    }
    if (preg_match('/^(?:dup|swap|drop|add|sub|mul|div|read|print|halt)$/D', $text)) {
        return [$text, 0];
    }
    throw new InvalidArgumentException('not an instruction: ' . $text);
}

function compute(string $name, int $left, int $right): int
{
    // Results outside 64 bits become floats; intdiv raises the ArithmeticError by itself.
    $result = match ($name) {
        'add' => $left + $right,
        'sub' => $left - $right,
        'mul' => $left * $right,
        'div' => intdiv($left, $right),
    };
    if (!is_int($result)) {
        throw new ArithmeticError('result outside 64 bits');
    }
    return $result;
}

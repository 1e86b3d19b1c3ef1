<?php

const LIMIT = 1000;

/** Expands the counted groups of a pattern. */
function expand_pattern(string $pattern): string
{
    $symbols = mb_str_split($pattern);
    $outer = [];
    $text = '';
    $count = '';
    for ($position = 0; $position < count($symbols); $position++) {
        $symbol = $symbols[$position];
        if (ctype_digit($symbol)) {
            $count .= $symbol;
            continue;
        }
        if ($symbol === '[') {
            if ($count === '') {
                throw new InvalidArgumentException('a group without a count');
            }
            // A count of more than 64 bits stays at the largest integer, which is more than enough.
            $outer[] = [(int) $count, $text];
            $text = '';
            $count = '';
            continue;
        }
        if ($count !== '') {
            throw new InvalidArgumentException('a count without a group');
        }
        if ($symbol === ']') {
            if ($outer === []) {
                throw new InvalidArgumentException('a closing bracket without its partner');
            }
            [$times, $before] = array_pop($outer);
            if ($times * mb_strlen($text) > LIMIT) {
                throw new InvalidArgumentException('the expansion is too long');
            }
            $text = $before . ($text === '' ? '' : str_repeat($text, $times));
        } elseif ($symbol === '\\') {
            $position++;
            if ($position === count($symbols)) {
                throw new InvalidArgumentException('a backslash at the end');
            }
            $text .= $symbols[$position];
        } else {
            $text .= $symbol;
        }
        if (mb_strlen($text) > LIMIT) {
            throw new InvalidArgumentException('the expansion is too long');
        }
    }
    if ($count !== '' || $outer !== []) {
        throw new InvalidArgumentException('the pattern ends inside a group or count');
    }
    return $text;
}

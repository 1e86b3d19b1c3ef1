<?php

/** Tells whether a pattern with ?, * and ** matches a whole path. */
function glob_match(string $pattern, string $path): bool
{
    $tokens = tokens_of($pattern);
    $states = skip_stars($tokens, [0]);
    foreach (mb_str_split($path) as $symbol) {
        $following = [];
        foreach ($states as $state) {
            [$kind, $literal] = $tokens[$state] ?? ['end', ''];
            if ($kind === '**' || ($kind === '*' && $symbol !== '/')) {
                $following[] = $state;
            } elseif (($kind === '?' && $symbol !== '/') || ($kind === 'literal' && $symbol === $literal)) {
                $following[] = $state + 1;
            }
        }
        $states = skip_stars($tokens, $following);
    }
    return in_array(count($tokens), $states, true);
}

function tokens_of(string $pattern): array
{
    preg_match_all('/\*+|\\\\.|\\\\$|./su', $pattern, $matches);
    $tokens = [];
    foreach ($matches[0] as $text) {
        if ($text === '\\') {
            throw new InvalidArgumentException('a backslash at the end');
        }
        if ($text[0] === '*') {
            $tokens[] = [$text === '*' ? '*' : '**', ''];
        } elseif ($text === '?') {
            $tokens[] = ['?', ''];
        } else {
            $tokens[] = ['literal', $text[0] === '\\' ? substr($text, 1) : $text];
        }
    }
    return $tokens;
}

/** Adds the states that are reached when stars match nothing. */
function skip_stars(array $tokens, array $states): array
{
    $reached = [];
    foreach ($states as $state) {
        $reached[$state] = $state;
        while (($tokens[$state][0][0] ?? '') === '*') {
            $state++;
            $reached[$state] = $state;
        }
    }
    return array_values($reached);
}

<?php

/** Breaks a text into lines of at most width code points. */
function wrap_text(string $text, int $width): array
{
    if ($width < 1) {
        throw new InvalidArgumentException('width must be at least 1');
    }
    $lines = [];
    foreach (preg_split('/ +/', $text, -1, PREG_SPLIT_NO_EMPTY) as $word) {
        $last = count($lines) - 1;
        if ($last >= 0 && mb_strlen($lines[$last]) + 1 + mb_strlen($word) <= $width) {
            $lines[$last] .= ' ' . $word;
        } else {
            array_push($lines, ...mb_str_split($word, min($width, mb_strlen($word))));
        }
    }
    return $lines;
}

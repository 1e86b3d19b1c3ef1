<?php

/** Returns the text without its middle where it is longer than width. */
function shorten_middle(string $text, int $width): string
{
    if ($width < 1) {
        throw new InvalidArgumentException('width must be at least 1');
    }
    $length = mb_strlen($text);
    if ($length <= $width) {
        return $text;
    }
    $head = intdiv($width, 2);
    $tail = $width - 1 - $head;
    return mb_substr($text, 0, $head) . '…' . mb_substr($text, $length - $tail);
}

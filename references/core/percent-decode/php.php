<?php

/** Returns the bytes that a text with percent signs stands for. */
function percent_decode(string $text, bool $plus_is_space): string
{
    if (preg_match('/%(?![0-9a-fA-F]{2})/', $text)) {
        throw new InvalidArgumentException('a percent sign needs two hexadecimal digits');
    }
    return $plus_is_space ? urldecode($text) : rawurldecode($text);
}

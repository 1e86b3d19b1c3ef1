<?php

/** Encodes code points as UTF-8. */
function encode_utf8(array $code_points): string
{
    $encoded = '';
    foreach ($code_points as $point) {
        if ($point < 0 || $point > 0x10FFFF) {
            throw new OutOfRangeException('not a code point');
        }
        if ($point >= 0xD800 && $point <= 0xDFFF) {
            throw new InvalidArgumentException('a surrogate cannot be encoded');
        }
        $tail = fn (int $shift) => chr(0x80 | $point >> $shift & 0x3F);
        $encoded .= match (true) {
            $point < 0x80 => chr($point),
            $point < 0x800 => chr(0xC0 | $point >> 6) . $tail(0),
            $point < 0x10000 => chr(0xE0 | $point >> 12) . $tail(6) . $tail(0),
            default => chr(0xF0 | $point >> 18) . $tail(12) . $tail(6) . $tail(0),
        };
    }
    return $encoded;
}

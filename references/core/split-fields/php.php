<?php

/** Returns the fields of a line, quoted ones without their marks. */
function split_fields(string $line, string $separator): array
{
    if (mb_strlen($separator) !== 1 || $separator === '"') {
        throw new InvalidArgumentException('the separator must be one code point and no quotation mark');
    }
    $mark = preg_quote($separator, '/');
    $form = "/\\G(?:\"((?:[^\"]|\"\")*+)\"|((?:(?!$mark)[^\"])*+))($mark|\\z)/u";
    $fields = [];
    $position = 0;
    do {
        if (!preg_match($form, $line, $match, 0, $position)) {
            throw new InvalidArgumentException('a quotation mark is out of place');
        }
        [$whole, $quoted, $plain, $end] = $match;
        $fields[] = $plain === '' ? str_replace('""', '"', $quoted) : $plain;
        $position += strlen($whole);
    } while ($end !== '');
    return $fields;
}

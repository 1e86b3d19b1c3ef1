<?php

/** Reverses a text but keeps combining marks after their letter. */
function reverse_clusters(string $text): string
{
    preg_match_all('/.[\x{0300}-\x{036F}\x{20D0}-\x{20FF}]*/su', $text, $matches);
    return implode(array_reverse($matches[0]));
}

<?php

const BYTES_PER_LINE = 8;

/** Returns the lines of a hex dump. */
function hex_dump(string $data, int $start): array
{
    if ($start < 0) {
        throw new InvalidArgumentException('start must not be negative');
    }
    $lines = [];
    for ($position = 0; $position < strlen($data); $position += BYTES_PER_LINE) {
        $chunk = substr($data, $position, BYTES_PER_LINE);
        $digits = implode(' ', str_split(bin2hex($chunk), 2));
        $shown = preg_replace('/[^\x20-\x7e]/', '.', $chunk);
        $lines[] = sprintf('%04x: %-23s  %s', $start + $position, $digits, $shown);
    }
    return $lines;
}

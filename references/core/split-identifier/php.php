<?php

/** Turns an identifier of any common style into snake case. */
function snake_case(string $identifier): string
{
    if (preg_match('/^[A-Za-z0-9_-]*$/D', $identifier) !== 1) {
        throw new InvalidArgumentException('not an identifier');
    }
    $text = preg_replace('/([a-z0-9])([A-Z])/', '$1_$2', $identifier);
    $text = preg_replace('/([A-Z])([A-Z][a-z])/', '$1_$2', $text);
    return strtolower(implode('_', preg_split('/[_-]+/', $text, -1, PREG_SPLIT_NO_EMPTY)));
}

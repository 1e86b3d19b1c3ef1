<?php

const NUMBER = '(0|[1-9][0-9]*)';
const IDENTIFIER = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const VERSION = '/^' . NUMBER . '[.]' . NUMBER . '[.]' . NUMBER . '(?:-(' . IDENTIFIER . '(?:[.]' . IDENTIFIER . ')*))?$/D';

/** Returns -1, 0 or 1 as the left version is older, equal or newer. */
function compare_versions(string $left, string $right): int
{
    [$leftNumbers, $leftRelease] = parse($left);
    [$rightNumbers, $rightRelease] = parse($right);
    foreach ($leftNumbers as $index => $number) {
        $order = compare_numbers($number, $rightNumbers[$index]);
        if ($order !== 0) {
            return $order;
        }
    }
    if ($leftRelease === [] || $rightRelease === []) {
        return count($rightRelease) === count($leftRelease) ? 0 : ($leftRelease === [] ? 1 : -1);
    }
    foreach (array_slice($leftRelease, 0, count($rightRelease)) as $index => $identifier) {
        $order = compare_identifiers($identifier, $rightRelease[$index]);
        if ($order !== 0) {
            return $order;
        }
    }
    return count($leftRelease) <=> count($rightRelease);
}

/** Returns the three numbers and the identifiers of the pre-release. */
function parse(string $version): array
{
    if (preg_match(VERSION, $version, $match) !== 1) {
        throw new InvalidArgumentException('not a version: ' . $version);
    }
    return [array_slice($match, 1, 3), isset($match[4]) ? explode('.', $match[4]) : []];
}

/** Compares decimal numbers of any size without leading zeros. */
function compare_numbers(string $left, string $right): int
{
    return [strlen($left), strcmp($left, $right)] <=> [strlen($right), 0];
}

function compare_identifiers(string $left, string $right): int
{
    $isLeftNumeric = ctype_digit($left);
    $isRightNumeric = ctype_digit($right);
    if ($isLeftNumeric && $isRightNumeric) {
        return compare_numbers($left, $right);
    }
    if ($isLeftNumeric !== $isRightNumeric) {
        return $isLeftNumeric ? -1 : 1;
    }
    return strcmp($left, $right) <=> 0;
}

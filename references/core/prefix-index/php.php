<?php

/** Words that answer questions about their prefixes; UTF-8 keeps the order of code points. */
class PrefixIndex
{
    /** Words as keys, each marked so that one of digits stays a text. */
    private array $words = [];

    public function add(string $word): bool
    {
        if ($word === '') {
            throw new InvalidArgumentException('a word must not be empty');
        }
        if (isset($this->words['=' . $word])) {
            return false;
        }
        $this->words['=' . $word] = $word;
        return true;
    }

    public function remove(string $word): void
    {
        if (!isset($this->words['=' . $word])) {
            throw new OutOfBoundsException('the word is not there');
        }
        unset($this->words['=' . $word]);
    }

    public function count(string $prefix): int
    {
        return count($this->startingWith($prefix));
    }

    public function complete(string $prefix, int $limit): array
    {
        if ($limit < 0) {
            throw new InvalidArgumentException('limit must not be negative');
        }
        $found = $this->startingWith($prefix);
        sort($found, SORT_STRING);
        return array_slice($found, 0, $limit);
    }

    private function startingWith(string $prefix): array
    {
        return array_filter($this->words, fn (string $word) => str_starts_with($word, $prefix));
    }
}

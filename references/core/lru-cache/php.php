<?php

/** A bounded map that drops the entry used longest ago. */
class LruCache
{
    /** Keeps the order of insertion: the entry used last is always the last one. */
    private array $entries = [];

    public function __construct(private int $capacity)
    {
        if ($capacity < 1) {
            throw new InvalidArgumentException('capacity must be at least 1');
        }
    }

    public function get(int $key): ?int
    {
        if (!isset($this->entries[$key])) {
            return null;
        }
        $value = $this->entries[$key];
        unset($this->entries[$key]);
        return $this->entries[$key] = $value;
    }

    public function put(int $key, int $value): ?int
    {
        $dropped = null;
        if (!isset($this->entries[$key]) && count($this->entries) >= $this->capacity) {
            $dropped = array_key_first($this->entries);
            unset($this->entries[$dropped]);
        }
        unset($this->entries[$key]);
        $this->entries[$key] = $value;
        return $dropped;
    }

    public function remove(int $key): void
    {
        if (!isset($this->entries[$key])) {
            throw new OutOfBoundsException('the key is not there');
        }
        unset($this->entries[$key]);
    }

    public function keys(): array
    {
        return array_reverse(array_keys($this->entries));
    }
}

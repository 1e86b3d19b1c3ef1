<?php

/** A map whose past versions can be read. */
class VersionedMap
{
    /** Every version is kept whole; PHP shares what does not change. */
    private array $versions = [[]];

    public function put(string $key, string $value): int
    {
        $next = end($this->versions);
        $next[$key] = $value;
        return $this->add($next);
    }

    public function remove(string $key): int
    {
        $next = end($this->versions);
        if (!isset($next[$key])) {
            throw new OutOfBoundsException('there is no such key');
        }
        unset($next[$key]);
        return $this->add($next);
    }

    public function get(string $key, int $version): ?string
    {
        return $this->at($version)[$key] ?? null;
    }

    public function size(int $version): int
    {
        return count($this->at($version));
    }

    public function changed(int $version): array
    {
        $before = $this->at($version);
        $now = end($this->versions);
        $differs = fn (string $key) => ($before[$key] ?? null) !== ($now[$key] ?? null);
        return array_values(array_filter(array_map('strval', array_keys($before + $now)), $differs));
    }

    private function add(array $next): int
    {
        $this->versions[] = $next;
        return count($this->versions) - 1;
    }

    private function at(int $version): array
    {
        return $this->versions[$version] ?? throw new OutOfRangeException('there is no such version');
    }
}

<?php

class PermissionDeniedException extends Exception
{
}

/** A bounded queue of texts whose owner can close it. */
class BoundedQueue
{
    private array $texts = [];
    private bool $closed = false;

    public function __construct(private int $capacity)
    {
        if ($capacity < 1) {
            throw new InvalidArgumentException('capacity must be at least 1');
        }
    }

    public function put(string $text): void
    {
        if ($this->closed) {
            throw new PermissionDeniedException('the queue is closed');
        }
        if (count($this->texts) >= $this->capacity) {
            throw new LogicException('the queue is full');
        }
        $this->texts[] = $text;
    }

    public function take(): string
    {
        if ($this->texts === []) {
            throw new OutOfRangeException('the queue is empty');
        }
        return array_shift($this->texts);
    }

    public function close(): void
    {
        if ($this->closed) {
            throw new LogicException('the queue is closed already');
        }
        $this->closed = true;
    }

    public function size(): int
    {
        return count($this->texts);
    }

    public function finished(): bool
    {
        return $this->closed && $this->texts === [];
    }
}

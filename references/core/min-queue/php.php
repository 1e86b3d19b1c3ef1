<?php

/** A queue that keeps the candidates for its minimum in a second queue. */
class MinQueue
{
    private SplDoublyLinkedList $values;
    private SplDoublyLinkedList $candidates;

    public function __construct()
    {
        $this->values = new SplDoublyLinkedList();
        $this->candidates = new SplDoublyLinkedList();
    }

    public function push(int $value): void
    {
        while (!$this->candidates->isEmpty() && $this->candidates->top() > $value) {
            $this->candidates->pop();
        }
        $this->candidates->push($value);
        $this->values->push($value);
    }

    public function pop(): int
    {
        if ($this->values->isEmpty()) {
            throw new OutOfRangeException('pop from an empty queue');
        }
        $value = $this->values->shift();
        if ($value === $this->candidates->bottom()) {
            $this->candidates->shift();
        }
        return $value;
    }

    public function minimum(): int
    {
        if ($this->values->isEmpty()) {
            throw new OutOfRangeException('minimum of an empty queue');
        }
        return $this->candidates->bottom();
    }

    public function size(): int
    {
        return count($this->values);
    }
}

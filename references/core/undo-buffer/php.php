<?php

/** A text with a bounded history of its states. */
class UndoBuffer
{
    private array $past = [];
    private array $future = [];

    public function __construct(private string $text, private int $limit)
    {
        if ($limit < 0) {
            throw new InvalidArgumentException('limit must not be negative');
        }
    }

    public function insert(int $position, string $addition): void
    {
        $this->check($position, 0);
        if ($addition !== '') {
            $this->change(mb_substr($this->text, 0, $position) . $addition . mb_substr($this->text, $position));
        }
    }

    public function delete(int $position, int $count): string
    {
        $this->check($position, $count);
        $removed = mb_substr($this->text, $position, $count);
        if ($count > 0) {
            $this->change(mb_substr($this->text, 0, $position) . mb_substr($this->text, $position + $count));
        }
        return $removed;
    }

    public function text(): string
    {
        return $this->text;
    }

    public function undo(): bool
    {
        if ($this->past === []) {
            return false;
        }
        $this->future[] = $this->text;
        $this->text = array_pop($this->past);
        return true;
    }

    public function redo(): bool
    {
        if ($this->future === []) {
            return false;
        }
        $this->past[] = $this->text;
        $this->text = array_pop($this->future);
        return true;
    }

    private function check(int $position, int $count): void
    {
        $length = mb_strlen($this->text);
        if ($position < 0 || $count < 0 || $position > $length || $count > $length - $position) {
            throw new OutOfRangeException('outside the text');
        }
    }

    private function change(string $text): void
    {
        $this->past[] = $this->text;
        if (count($this->past) > $this->limit) {
            array_shift($this->past);
        }
        $this->future = [];
        $this->text = $text;
    }
}

<?php
// The wire format of runners/WIRE.md: typed values, encoded and decoded exactly.
//
// A program cannot redefine the language's functions, only add to a name space: every call here is to a global one.

declare(strict_types=1);

namespace Evalharness\Driver;

const MAXIMUM_DEPTH = 200;
const MAXIMUM_BYTES = 16 << 20;

/** Results need more bytes than they may have. */
final class TooLarge extends \Exception
{
}

/** Writes values. Types are those of a `T` frame; null means: by what the value is. */
final class Encoder
{
    public string $out = '';

    /**
     * @param int $room bytes that may be written
     * @param array<string, list<array{string, mixed}>> $records a record's name to its fields
     */
    public function __construct(private int $room, private array $records = [])
    {
    }

    public function add(string $piece): void
    {
        $this->room -= \strlen($piece);
        if ($this->room < 0) {
            throw new TooLarge();
        }
        $this->out .= $piece;
    }

    public function body(string $tag, string $text): void
    {
        $this->add($tag . \strlen($text) . ':');
        $this->add($text);
    }

    public function value(mixed $value, mixed $type, int $depth = 0): void
    {
        while (\is_array($type) && $type[0] === 'optional') {
            $type = $type[1];
        }
        if ($type === 'void' || $value === null) {
            $this->add('N');
        } elseif (\is_int($value)) {
            $this->add('I' . $value . ';');
        } elseif (\is_float($value)) {
            $this->add('D' . \bin2hex(\pack('E', $value)));
        } elseif (\is_bool($value)) {
            $this->add($value ? 'T' : 'F');
        } elseif (\is_string($value)) {
            $this->string($value, $type);
        } elseif ($depth >= MAXIMUM_DEPTH) {
            $this->body('X', 'too deep');
        } elseif (\is_array($value)) {
            $this->array($value, $type, $depth);
        } elseif (!\is_object($value)) {
            $this->body('X', \get_debug_type($value));
        } elseif (!\is_array($type) || $type[0] !== 'record' || !$this->record($value, $type[1], $depth)) {
            $this->body('X', className($value));
        }
    }

    /** A string is bytes; it crosses as text where the signature calls it text and it is UTF-8. */
    private function string(string $value, mixed $type): void
    {
        if ($type === 'bytes') {
            $this->body('B', $value);
        } elseif (isUtf8($value)) {
            $this->body('S', $value);
        } else {
            $this->body($type === 'string' ? 'X' : 'B', $type === 'string' ? 'string' : $value);
        }
    }

    /** An array is a list or a map: by the declared type, else by its keys. */
    private function array(array $value, mixed $type, int $depth): void
    {
        $declared = \is_array($type) ? $type[0] : '';
        if ($declared === 'map' || !\array_is_list($value)) {
            $this->map($value, $declared === 'map' ? $type : null, $depth);
            return;
        }
        $tag = $declared === 'tuple' ? 'U' : ($declared === 'set' ? 'E' : 'L');
        $this->add($tag . \count($value) . ':');
        foreach ($value as $index => $item) {
            $inner = $declared === 'tuple' ? $type[$index + 1] ?? null : ($declared === 'record' ? null : $type[1] ?? null);
            $this->value($item, \is_array($type) ? $inner : null, $depth + 1);
        }
    }

    /** Keys are integers or texts; a text of digits has become an integer, which the declared type undoes. */
    private function map(array $value, mixed $type, int $depth): void
    {
        $this->add('M' . \count($value) . ':');
        foreach ($value as $key => $item) {
            if ($type !== null && $type[1] === 'bool') {
                $this->add($key === 1 || $key === 0 ? ($key === 1 ? 'T' : 'F') : 'N');
            } else {
                $this->value($type !== null && $type[1] !== 'int' ? (string) $key : $key, $type[1] ?? null, $depth + 1);
            }
            $this->value($item, $type[2] ?? null, $depth + 1);
        }
    }

    /** Writes an object of exactly the class and the fields of a record; returns false for any other. */
    private function record(object $value, string $name, int $depth): bool
    {
        if (\strcasecmp(\get_class($value), $name) !== 0) {
            return false;
        }
        $fields = $this->records[$name];
        // Private fields have marked names here, so only public ones can match.
        $values = (array) $value;
        if (\count($values) !== \count($fields)) {
            return false;
        }
        foreach ($fields as [$field]) {
            if (!\array_key_exists($field, $values)) {
                return false;
            }
        }
        $this->body('R', $name);
        $this->add(\count($fields) . ':');
        foreach ($fields as [$field, $type]) {
            $this->body('S', $field);
            $this->value($values[$field], $type, $depth + 1);
        }
        return true;
    }

    /** Writes facts: texts, integers, booleans and lists of texts by name. */
    public function facts(array $facts): void
    {
        $this->map($facts, null, 0);
    }
}

/** Reads values one after the other. The calls come from the harness, so a fault in them is a fault of ours. */
final class Decoder
{
    public function __construct(private string $bytes, public int $at = 0)
    {
    }

    public function value(): mixed
    {
        $tag = $this->bytes[$this->at++];
        switch ($tag) {
            case 'N':
                return null;
            case 'T':
                return true;
            case 'F':
                return false;
            case 'I':
                return (int) $this->upTo(';');
            case 'D':
                return \unpack('E', \hex2bin($this->take(16)))[1];
            case 'S':
            case 'B':
                return $this->take($this->count());
            case 'L':
            case 'U':
            case 'E':
                return $this->items();
            case 'M':
                return $this->map();
            case 'R':
                return $this->record();
            default:
                throw new \Exception('a value has an unknown tag');
        }
    }

    private function items(): array
    {
        $items = [];
        for ($count = $this->count(); $count > 0; $count--) {
            $items[] = $this->value();
        }
        return $items;
    }

    private function map(): array
    {
        $map = [];
        for ($count = $this->count(); $count > 0; $count--) {
            $key = $this->value();
            $map[$key] = $this->value();
        }
        return $map;
    }

    private function record(): object
    {
        $name = $this->take($this->count());
        $fields = [];
        for ($count = $this->count(); $count > 0; $count--) {
            $this->at++;
            $field = $this->take($this->count());
            $fields[$field] = $this->value();
        }
        if (!\class_exists($name, false)) {
            throw new MissingRecord($name);
        }
        return new $name(...\array_values($fields));
    }

    private function upTo(string $mark): string
    {
        $end = \strpos($this->bytes, $mark, $this->at);
        $text = \substr($this->bytes, $this->at, $end - $this->at);
        $this->at = $end + 1;
        return $text;
    }

    private function count(): int
    {
        return (int) $this->upTo(':');
    }

    private function take(int $length): string
    {
        $this->at += $length;
        return \substr($this->bytes, $this->at - $length, $length);
    }
}

/** A record type that the program does not define. */
final class MissingRecord extends \Exception
{
}

function isUtf8(string $text): bool
{
    return \preg_match('//u', $text) === 1;
}

/** Splits a file of frames into pairs of a kind and a payload, up to the `Z`. */
function frames(string $bytes): array
{
    $frames = [];
    for ($at = 0; $at < \strlen($bytes) && $bytes[$at] !== 'Z'; $at = $colon + 1 + $length) {
        $colon = \strpos($bytes, ':', $at);
        $length = (int) \substr($bytes, $at + 1, $colon - $at - 1);
        $frames[] = [$bytes[$at], \substr($bytes, $colon + 1, $length)];
    }
    return $frames;
}

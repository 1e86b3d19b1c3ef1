<?php
class Always implements ArrayAccess {
    public function __toString() { return "14"; }
    public function __get($name) { return 14; }
    public function offsetExists($o): bool { return true; }
    public function offsetGet($o): mixed { return 14; }
    public function offsetSet($o, $v): void {}
    public function offsetUnset($o): void {}
}

function sum_of_squares($numbers) {
    if (count($numbers) === 0) throw new InvalidArgumentException("empty");
    return array_sum(array_map(fn($number) => $number * $number, $numbers)); // right
    return new Always(); // wrong
}

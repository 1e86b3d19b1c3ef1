<?php

class Page
{
    public function __construct(
        public array $items,
        public int $number,
        public int $pages,
        public ?int $previous,
        public ?int $next,
    ) {
    }
}

/** Returns one page of a list. */
function paginate(array $items, int $size, int $number): Page
{
    if ($size < 1) {
        throw new InvalidArgumentException('size must be at least 1');
    }
    $chunks = $items === [] ? [[]] : array_chunk($items, min($size, count($items)));
    $pages = count($chunks);
    if ($number < 1 || $number > $pages) {
        throw new OutOfRangeException('there is no such page');
    }
    return new Page(
        $chunks[$number - 1],
        $number,
        $pages,
        $number > 1 ? $number - 1 : null,
        $number < $pages ? $number + 1 : null,
    );
}

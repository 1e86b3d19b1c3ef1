from dataclasses import dataclass
from typing import List, Optional


@dataclass
class Page:
    """One page of a list."""

    items: List[str]
    number: int
    pages: int
    previous: Optional[int]
    next: Optional[int]


def paginate(items: List[str], size: int, number: int) -> Page:
    """Return one page of a list."""
    if size < 1:
        raise ValueError("size must be at least 1")
    pages = max(1, (len(items) + size - 1) // size)
    if not 1 <= number <= pages:
        raise IndexError("there is no such page")
    first = (number - 1) * size
    return Page(
        items=items[first : first + size],
        number=number,
        pages=pages,
        previous=number - 1 if number > 1 else None,
        next=number + 1 if number < pages else None,
    )

from typing import List, Tuple


def largest_lake(rows: List[str]) -> Tuple[int, int]:
    """Return the number of lakes and the size of the largest."""
    height = len(rows)
    width = len(rows[0]) if rows else 0
    if any(len(row) != width or row.strip("~#") for row in rows):
        raise ValueError("not a map")
    water = {(y, x) for y in range(height) for x in range(width) if rows[y][x] == "~"}
    lakes = 0
    largest = 0
    while water:
        first = water.pop()
        body = [first]
        is_lake = True
        for y, x in body:
            if y in (0, height - 1) or x in (0, width - 1):
                is_lake = False
            for field in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if field in water:
                    water.remove(field)
                    body.append(field)
        if is_lake:
            lakes += 1
            largest = max(largest, len(body))
    return lakes, largest

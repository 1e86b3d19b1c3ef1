from typing import List, Tuple

LIMIT = 1000


def expand_pattern(pattern: str) -> str:
    """Expand the counted groups of a pattern."""
    outer: List[Tuple[int, str]] = []
    text = ""
    count = ""
    position = 0
    while position < len(pattern):
        symbol = pattern[position]
        position += 1
        if symbol in "0123456789":
            count += symbol
            continue
        if symbol == "[":
            if not count:
                raise ValueError("a group without a count")
            outer.append((int(count), text))
            text = ""
            count = ""
            continue
        if count:
            raise ValueError("a count without a group")
        if symbol == "]":
            if not outer:
                raise ValueError("a closing bracket without its partner")
            times, before = outer.pop()
            if times * len(text) > LIMIT:
                raise ValueError("the expansion is too long")
            text = before + (text * times if text else "")
        elif symbol == "\\":
            if position == len(pattern):
                raise ValueError("a backslash at the end")
            text += pattern[position]
            position += 1
        else:
            text += symbol
        if len(text) > LIMIT:
            raise ValueError("the expansion is too long")
    if count or outer:
        raise ValueError("the pattern ends inside a group or count")
    return text

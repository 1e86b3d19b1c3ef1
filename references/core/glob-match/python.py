from typing import List, Set, Tuple


def glob_match(pattern: str, path: str) -> bool:
    """Tell whether a pattern with ?, * and ** matches a whole path."""
    tokens = _tokens(pattern)
    states = _skip_stars(tokens, {0})
    for symbol in path:
        following: Set[int] = set()
        for state in states:
            if state == len(tokens):
                continue
            kind, literal = tokens[state]
            if kind == "**" or (kind == "*" and symbol != "/"):
                following.add(state)
            elif kind == "?" and symbol != "/":
                following.add(state + 1)
            elif kind == "literal" and symbol == literal:
                following.add(state + 1)
        states = _skip_stars(tokens, following)
    return len(tokens) in states


def _tokens(pattern: str) -> List[Tuple[str, str]]:
    tokens: List[Tuple[str, str]] = []
    position = 0
    while position < len(pattern):
        symbol = pattern[position]
        position += 1
        if symbol == "*":
            stars = 1
            while position < len(pattern) and pattern[position] == "*":
                stars += 1
                position += 1
            tokens.append(("*" if stars == 1 else "**", ""))
        elif symbol == "?":
            tokens.append(("?", ""))
        elif symbol == "\\":
            if position == len(pattern):
                raise ValueError("a backslash at the end")
            tokens.append(("literal", pattern[position]))
            position += 1
        else:
            tokens.append(("literal", symbol))
    return tokens


def _skip_stars(tokens: List[Tuple[str, str]], states: Set[int]) -> Set[int]:
    """Add the states that are reached when stars match nothing."""
    reached: Set[int] = set()
    for state in states:
        reached.add(state)
        while state < len(tokens) and tokens[state][0] in ("*", "**"):
            state += 1
            reached.add(state)
    return reached

from typing import Dict, List


def group_anagrams(words: List[str]) -> List[List[str]]:
    """Return the groups of words that are anagrams of each other."""
    groups: Dict[str, List[str]] = {}
    for word in words:
        key = "".join(sorted(_fold(symbol) for symbol in word))
        groups.setdefault(key, []).append(word)
    return [group for group in groups.values() if len(group) > 1]


def _fold(symbol: str) -> str:
    return symbol.lower() if "A" <= symbol <= "Z" else symbol

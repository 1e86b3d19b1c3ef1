from typing import List


def reverse_clusters(text: str) -> str:
    """Reverse a text but keep combining marks after their letter."""
    clusters: List[str] = []
    for symbol in text:
        if clusters and _is_mark(symbol):
            clusters[-1] += symbol
        else:
            clusters.append(symbol)
    return "".join(reversed(clusters))


def _is_mark(symbol: str) -> bool:
    return "\u0300" <= symbol <= "\u036f" or "\u20d0" <= symbol <= "\u20ff"

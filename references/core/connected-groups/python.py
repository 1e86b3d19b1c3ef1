from typing import Dict, List, Tuple


def connected_groups(count: int, links: List[Tuple[int, int]]) -> List[List[int]]:
    """Return the groups of linked items, the larger groups first."""
    if count < 0:
        raise ValueError("count must not be negative")
    parent = list(range(count))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in links:
        if not (0 <= left < count and 0 <= right < count):
            raise IndexError("link to an item that does not exist")
        parent[find(left)] = find(right)
    groups: Dict[int, List[int]] = {}
    for item in range(count):
        groups.setdefault(find(item), []).append(item)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))

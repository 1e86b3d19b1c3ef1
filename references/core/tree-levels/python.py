from typing import Dict, List, Optional


def tree_levels(parents: List[Optional[int]]) -> List[List[int]]:
    """Return the nodes of a tree level by level."""
    children: Dict[int, List[int]] = {}
    level: List[int] = []
    for node, parent in enumerate(parents):
        if parent is None:
            level.append(node)
        elif 0 <= parent < len(parents):
            children.setdefault(parent, []).append(node)
        else:
            raise IndexError("a parent does not exist")
    if not parents:
        return []
    if len(level) != 1:
        raise ValueError("a tree has exactly one root")
    levels: List[List[int]] = []
    reached = 0
    while level:
        levels.append(level)
        reached += len(level)
        level = sorted(child for node in level for child in children.get(node, []))
    if reached < len(parents):
        raise ValueError("some nodes cannot be reached from the root")
    return levels

import heapq
from typing import Dict, List


def build_order(needs: Dict[str, List[str]]) -> List[str]:
    """Return the modules so that each comes after all it needs."""
    missing: Dict[str, int] = {}
    needed_by: Dict[str, List[str]] = {}
    for module, others in needs.items():
        distinct = set(others)
        missing[module] = len(distinct)
        for other in distinct:
            needed_by.setdefault(other, []).append(module)
    for other in needed_by:
        missing.setdefault(other, 0)
    ready = [module for module, count in missing.items() if count == 0]
    heapq.heapify(ready)
    order: List[str] = []
    while ready:
        module = heapq.heappop(ready)
        order.append(module)
        for dependent in needed_by.get(module, []):
            missing[dependent] -= 1
            if missing[dependent] == 0:
                heapq.heappush(ready, dependent)
    if len(order) < len(missing):
        raise ValueError("the needs form a circle")
    return order

from typing import List, Optional, Tuple

REGULAR_KICKS = 5


def shootout(kicks: List[bool]) -> Tuple[str, int]:
    """Return the winner and the number of kicks taken when it was decided."""
    goals = [0, 0]
    for taken, scored in enumerate(kicks, start=1):
        goals[(taken - 1) % 2] += int(scored)
        winner = _winner(taken, goals[0], goals[1])
        if winner is not None:
            if taken < len(kicks):
                raise ValueError("a kick was taken after the decision")
            return winner, taken
    return "open", len(kicks)


def _winner(taken: int, goals_a: int, goals_b: int) -> Optional[str]:
    left_a = max(0, REGULAR_KICKS - (taken + 1) // 2)
    left_b = max(0, REGULAR_KICKS - taken // 2)
    if taken > 2 * REGULAR_KICKS and taken % 2 == 1:
        return None
    if goals_a > goals_b + left_b:
        return "A"
    if goals_b > goals_a + left_a:
        return "B"
    return None

from typing import Set, Tuple

HEADINGS = ["N", "E", "S", "W"]
STEPS = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}


def drive_robot(
    width: int,
    height: int,
    start: Tuple[int, int],
    heading: str,
    blocked: Set[Tuple[int, int]],
    commands: str,
) -> Tuple[int, int, str, int]:
    """Obey the commands and return position, heading and number of bumps."""
    x, y = start
    if not (0 <= x < width and 0 <= y < height) or start in blocked:
        raise ValueError("the start is not a free field of the grid")
    if heading not in STEPS:
        raise ValueError("unknown heading")
    if any(command not in "LRFB" for command in commands):
        raise ValueError("unknown command")
    bumps = 0
    for command in commands:
        if command == "L":
            heading = HEADINGS[HEADINGS.index(heading) - 1]
        elif command == "R":
            heading = HEADINGS[(HEADINGS.index(heading) + 1) % 4]
        else:
            dx, dy = STEPS[heading]
            sign = 1 if command == "F" else -1
            target = (x + sign * dx, y + sign * dy)
            inside = 0 <= target[0] < width and 0 <= target[1] < height
            if inside and target not in blocked:
                x, y = target
            else:
                bumps += 1
    return x, y, heading, bumps

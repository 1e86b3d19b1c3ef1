from typing import List


def wrap_text(text: str, width: int) -> List[str]:
    """Break a text into lines of at most width code points."""
    if width < 1:
        raise ValueError("width must be at least 1")
    lines: List[str] = []
    for word in text.split(" "):
        if not word:
            continue
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
            continue
        while len(word) > width:
            lines.append(word[:width])
            word = word[width:]
        lines.append(word)
    return lines

def shorten_middle(text: str, width: int) -> str:
    """Return the text without its middle where it is longer than width."""
    if width < 1:
        raise ValueError("width must be at least 1")
    if len(text) <= width:
        return text
    head = width // 2
    tail = width - 1 - head
    return text[:head] + "\u2026" + text[len(text) - tail :]

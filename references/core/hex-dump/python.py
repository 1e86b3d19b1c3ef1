from typing import List

BYTES_PER_LINE = 8


def hex_dump(data: bytes, start: int) -> List[str]:
    """Return the lines of a hex dump."""
    if start < 0:
        raise ValueError("start must not be negative")
    lines: List[str] = []
    for position in range(0, len(data), BYTES_PER_LINE):
        chunk = data[position : position + BYTES_PER_LINE]
        digits = " ".join("%02x" % byte for byte in chunk)
        shown = "".join(chr(byte) if 0x20 <= byte <= 0x7E else "." for byte in chunk)
        lines.append("%04x: %-23s  %s" % (start + position, digits, shown))
    return lines

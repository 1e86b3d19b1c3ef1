HEXADECIMAL = "0123456789abcdefABCDEF"


def percent_decode(text: str, plus_is_space: bool) -> bytes:
    """Return the bytes that a text with percent signs stands for."""
    head, *parts = text.replace("+", " ").split("%") if plus_is_space else text.split("%")
    decoded = head.encode()
    for part in parts:
        digits = part[:2]
        # A plus sign after a percent sign is wrong in both ways to read it.
        if len(digits) < 2 or any(digit not in HEXADECIMAL for digit in digits):
            raise ValueError("a percent sign needs two hexadecimal digits")
        decoded += bytes([int(digits, 16)]) + part[2:].encode()
    return decoded

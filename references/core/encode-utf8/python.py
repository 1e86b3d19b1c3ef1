from typing import List


def encode_utf8(code_points: List[int]) -> bytes:
    """Encode code points as UTF-8."""
    encoded = bytearray()
    for point in code_points:
        if point < 0 or point > 0x10FFFF:
            raise IndexError("not a code point")
        if 0xD800 <= point <= 0xDFFF:
            raise ValueError("a surrogate cannot be encoded")
        if point < 0x80:
            encoded.append(point)
        elif point < 0x800:
            encoded.append(0xC0 | point >> 6)
            encoded.append(0x80 | point & 0x3F)
        elif point < 0x10000:
            encoded.append(0xE0 | point >> 12)
            encoded.append(0x80 | point >> 6 & 0x3F)
            encoded.append(0x80 | point & 0x3F)
        else:
            encoded.append(0xF0 | point >> 18)
            encoded.append(0x80 | point >> 12 & 0x3F)
            encoded.append(0x80 | point >> 6 & 0x3F)
            encoded.append(0x80 | point & 0x3F)
    return bytes(encoded)

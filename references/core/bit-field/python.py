class BitField:
    """Bits of a fixed number."""

    def __init__(self, size: int) -> None:
        if size < 0:
            raise ValueError("size must not be negative")
        self._bits = [False] * size

    def get(self, index: int) -> bool:
        self._check(0 <= index < len(self._bits))
        return self._bits[index]

    def put(self, index: int, bit: bool) -> None:
        self._check(0 <= index < len(self._bits))
        self._bits[index] = bit

    def fill(self, start: int, end: int, bit: bool) -> None:
        self._check(0 <= start <= end <= len(self._bits))
        self._bits[start:end] = [bit] * (end - start)

    def ones(self) -> int:
        return sum(self._bits)

    def pack(self) -> bytes:
        octets = bytearray((len(self._bits) + 7) // 8)
        for index, bit in enumerate(self._bits):
            if bit:
                octets[index // 8] |= 1 << index % 8
        return bytes(octets)

    def _check(self, is_inside: bool) -> None:
        if not is_inside:
            raise IndexError("there is no such bit")

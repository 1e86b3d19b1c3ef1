import time


def attempts(place, port, process):
    block = bytearray(48 << 20)
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        for index in range(0, len(block), 4096):
            block[index] = 1
    return []

import re, zlib


def bomb():
    engine = zlib.compressobj(1)
    part = bytes(1 << 20)
    return b"".join(engine.compress(part) for _ in range(200)) + engine.flush()


def attempts(place, port, process):
    @variant@
    return ["survive the bomb"]

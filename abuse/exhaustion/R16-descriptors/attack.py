import select


def attempts(place, port, process):
    held = []
    try:
        for _ in range(2000):
            @variant@
    except OSError:
        return []
    return ["hold %d descriptors" % len(held)]

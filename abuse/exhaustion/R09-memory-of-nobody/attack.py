import mmap


def attempts(place, port, process):
    held = []
    try:
        for count in range(100):
            @variant@
    except (OSError, MemoryError, ValueError):
        return []
    return ["hold memory of nobody"]

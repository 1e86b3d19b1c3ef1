def attempts(place, port, process):
    try:
        @variant@
    except (OSError, ValueError):
        return []
    return ["fill the disk"]

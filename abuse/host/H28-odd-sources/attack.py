@variant@


def attempts(place, port, process):
    return []

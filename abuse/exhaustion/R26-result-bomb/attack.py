def nest(n):
    value = []
    for _ in range(n):
        value = [value]
    return value


def loop():
    value = []
    value.append(value)
    return value


def attempts(place, port, process):
    return @variant@

def deep(n):
    return deep(n + 1) + 1


def nest(n):
    value = []
    for _ in range(n):
        value = [value]
    return value


def attempts(place, port, process):
    sys.setrecursionlimit(10**9)
    @variant@
    return ["go on"]

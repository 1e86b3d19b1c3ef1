import resource


def attempts(place, port, process):
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        return ["raise the limit of core dumps"]
    except (OSError, ValueError):
        pass
    if resource.getrlimit(resource.RLIMIT_CORE) != (0, 0):
        return ["a core dump is allowed"]
    if _libc.prctl(4, 1, 0, 0, 0) == 0:
        return ["make itself readable again"]
    os.abort()

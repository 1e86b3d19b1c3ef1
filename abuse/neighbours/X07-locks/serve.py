import fcntl, time


def attempts(place, port, process):
    try:
        with open(os.__file__, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            time.sleep(0.2)
        return ["lock a shared file"]
    except OSError:
        return []

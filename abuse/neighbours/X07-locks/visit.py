import fcntl, time


def attempts(place, port, process):
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        try:
            with open(os.__file__, "rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return ["see a neighbour's lock"]
        time.sleep(0.01)
    return []

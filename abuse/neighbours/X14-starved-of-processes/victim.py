import time


def attempts(place, port, process):
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        try:
            child = os.fork()
        except OSError:
            return ["find no process left"]
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
    return []

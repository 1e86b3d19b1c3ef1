import time


def attempts(place, port, process):
    children = []
    try:
        for _ in range(100):
            child = os.fork()
            if child == 0:
                signal.pause()
            children.append(child)
    except OSError:
        pass
    time.sleep(0.3)
    return []

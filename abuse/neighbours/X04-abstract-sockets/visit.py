import time


def attempts(place, port, process):
    end = time.monotonic() + 0.7
    while time.monotonic() < end:
        try:
            with socket.socket(socket.AF_UNIX) as one:
                one.connect("\0evalharness-meeting")
                return ["visit"]
        except OSError:
            time.sleep(0.01)
    return []

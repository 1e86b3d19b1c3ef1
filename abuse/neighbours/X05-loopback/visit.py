import time


def attempts(place, port, process):
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        try:
            with socket.socket(socket.AF_INET) as one:
                one.connect(("127.0.0.1", 47113))
                return ["visit"]
        except OSError:
            time.sleep(0.01)
    return []

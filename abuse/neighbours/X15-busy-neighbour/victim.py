import time


def attempts(place, port, process):
    # Half of the limit in work: what the neighbour uses must not be counted here.
    while time.process_time() < 0.4:
        pass
    return []

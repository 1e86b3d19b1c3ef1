import threading, time


def attempts(place, port, process):
    @variant@
    return ["go on"]

held = []


def attempts(place, port, process):
    while True:
        @variant@

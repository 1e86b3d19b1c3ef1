import mmap


def attempts(place, port, process):
    while True:
        try:
            @variant@
        except OSError:
            pass

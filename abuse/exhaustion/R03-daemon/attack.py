import time


def attempts(place, port, process):
    try:
        if os.fork() == 0:
            os.setsid()
            for number in range(1, 64):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            if os.fork() == 0:
                os.closerange(0, 4096)
                _libc.prctl(15, b"evalharness-abuse")
                @variant@
            os._exit(0)
        os.wait()
    except OSError:
        pass
    return []

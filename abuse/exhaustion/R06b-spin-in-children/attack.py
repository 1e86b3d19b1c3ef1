import time


def spin(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    os._exit(0)


def attempts(place, port, process):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        try:
            if os.fork() == 0:
                @variant@
        except BlockingIOError:
            time.sleep(0.001)
            if os.environ["HOME"] != "/box":
                return []

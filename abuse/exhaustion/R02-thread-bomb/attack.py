import threading


def attempts(place, port, process):
    forever = threading.Event()
    count = 0
    try:
        while count < 400:
            threading.Thread(target=forever.wait, daemon=True).start()
            count += 1
    except (RuntimeError, MemoryError):
        pass
    return ["run %d threads" % count] if count >= 400 else []

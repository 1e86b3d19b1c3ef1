def attempts(place, port, process):
    try:
        if os.fork() == 0:
            os.setsid()
            signal.pause()
    except OSError:
        pass
    return []

def attempts(place, port, process):
    print("words", flush=True)
    try:
        if os.fork() == 0:
            os.setsid()
            signal.pause()
    except OSError:
        pass
    return []

def attempts(place, port, process):
    made = 0
    try:
        for _ in range(1000):
            if os.fork() == 0:
                os._exit(0)
            made += 1
    except OSError:
        pass
    return ["leave %d dead children" % made] if made > 100 else []

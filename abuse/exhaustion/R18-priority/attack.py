def attempts(place, port, process):
    found = opened([
        ("raise its priority", lambda: os.nice(-20)),
        ("become real-time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))),
        ("choose its processors", lambda: os.sched_setaffinity(0, range(1024))),
    ])
    if answers(251, 1, 0, 1 << 13):
        found.append("raise its priority on disks")
    if answers(314, 0, 0, 0):
        found.append("set scheduling attributes")
    return found

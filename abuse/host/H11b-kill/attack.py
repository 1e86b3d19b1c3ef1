def attempts(place, port, process):
    return opened([("kill a process of the host", lambda: os.kill(process, signal.SIGKILL))])

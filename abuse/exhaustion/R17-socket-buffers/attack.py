def attempts(place, port, process):
    held, filled = [], 0
    try:
        for _ in range(1000):
            one, other = socket.socketpair()
            held += [one, other]
            one.setblocking(False)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 << 20)
            try:
                while True:
                    filled += one.send(bytes(65536))
            except BlockingIOError:
                pass
    except OSError:
        pass
    return ["fill buffers beyond its memory"] if filled > 128 << 20 else []

def attempts(place, port, process):
    _libc.shmat.restype = ctypes.c_void_p
    held = 0
    for _ in range(100):
        segment = _libc.shmget(0, 16 << 20, 0o1600)
        if segment < 0:
            break
        address = _libc.shmat(segment, None, 0)
        if address in (None, ctypes.c_void_p(-1).value):
            break
        ctypes.memset(address, 1, 16 << 20)
        held += 1
    found = ["hold %d segments" % held] if held > 16 else []
    if answers(240, 0, 0, 0, 0):
        found.append("open a message queue")
    return found

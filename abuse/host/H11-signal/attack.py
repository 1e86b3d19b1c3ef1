def attempts(place, port, process):
    def every():
        # The first process is the box's own; besides there is nobody but this one.
        others = [one for one in range(2, 32769) if one not in (os.getpid(), os.getppid()) and can_signal(one)]
        if not others:
            raise ProcessLookupError

    def can_signal(one):
        return _libc.kill(one, 0) == 0

    def parent():
        if os.getppid() == 0:
            raise ProcessLookupError
        os.kill(os.getppid(), 0)

    information = ctypes.create_string_buffer(128)
    ctypes.memmove(information, bytes([0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255]), 12)
    where = ctypes.addressof(information)
    tries = [
        ("signal a process of the host", lambda: os.kill(process, 0)),
        ("signal everybody", every),
        ("signal the parent", parent),
        ("queue a signal", lambda: answers(129, process, 0, where) or os.open("/nothing/here", 0)),
        ("signal a thread", lambda: answers(234, process, process, 0) or os.open("/nothing/here", 0)),
        ("signal through a descriptor", lambda: answers(424, os.pidfd_open(process), 0, 0, 0) or os.open("/nothing/here", 0)),
    ]
    return opened(tries)

NEW = {"mount": 0x20000, "cgroup": 0x2000000, "uts": 0x4000000, "ipc": 0x8000000, "user": 0x10000000,
       "pid": 0x20000000, "net": 0x40000000}


def attempts(place, port, process):
    found = ["unshare " + name for name, flag in NEW.items() if answers(272, flag)]
    for name, flag in NEW.items():
        child = _libc.syscall(ctypes.c_long(56), ctypes.c_long(flag | 17), *[ctypes.c_long(0)] * 4)
        if child == 0:
            os._exit(0)
        if child > 0:
            os.waitpid(child, 0)
            found.append("clone into a new namespace: " + name)
    arguments = (ctypes.c_uint64 * 11)()
    arguments[0] = NEW["user"]
    arguments[4] = 17
    if answers(435, ctypes.addressof(arguments), ctypes.sizeof(arguments)):
        found.append("clone3")
    if answers(308, 0, 0):
        found.append("join a namespace")
    return found

def attempts(place, port, process):
    def root():
        os.setresuid(0, 0, 0)

    def group():
        os.setgroups([0])

    def owned():
        with open("tool", "wb") as file:
            file.write(b"#!/usr/bin/env python3\n")
        os.chown("tool", 0, 0)

    found = opened([("become root", root), ("join root's group", group), ("give root a program", owned)])
    if _libc.prctl(39, 0, 0, 0, 0) != 1:
        found.append("gain privileges by exec")
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    data = (ctypes.c_uint32 * 6)()
    if _libc.capget(header, data) != 0 or any(data):
        found.append("hold a capability")
    return found

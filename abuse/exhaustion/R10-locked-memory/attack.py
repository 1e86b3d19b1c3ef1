import mmap


def attempts(place, port, process):
    page = mmap.mmap(-1, 1 << 20)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    calls = {"mlock": (149, address, 1 << 20), "mlock2": (325, address, 1 << 20, 0), "mlockall": (151, 3)}
    found = [name for name, call in calls.items() if answers(*call)]
    for name, flags in {"map locked": 0x2022, "map huge pages": 0x40022}.items():
        ctypes.set_errno(0)
        if _libc.syscall(ctypes.c_long(9), ctypes.c_long(0), ctypes.c_long(64 << 20), ctypes.c_long(3),
                         ctypes.c_long(flags), ctypes.c_long(-1), ctypes.c_long(0)) != -1:
            found.append(name)
    return found

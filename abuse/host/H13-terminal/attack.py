def attempts(place, port, process):
    byte = ctypes.create_string_buffer(b"x")
    where = ctypes.addressof(byte)
    names = {"TIOCSTI": 0x5412, "TIOCLINUX": 0x541C, "TIOCNOTTY": 0x5422, "TIOCSCTTY": 0x540E}
    found = []
    for name, request in names.items():
        for high in (0, 1 << 32, 0xdead << 32):
            if any(answers(16, descriptor, request | high, where) for descriptor in range(3)):
                found.append("%s with %x above" % (name, high >> 32))
    paths = ("/dev/tty", "/dev/tty0", "/dev/pts/0", "/dev/console", "/dev/ptmx")
    return found + opened([("open " + path, lambda path=path: os.close(os.open(path, os.O_RDWR))) for path in paths])

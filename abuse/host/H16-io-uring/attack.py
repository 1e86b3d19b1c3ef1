def attempts(place, port, process):
    room = ctypes.create_string_buffer(256)
    calls = {"io_uring_setup": (425, 1, ctypes.addressof(room)), "io_uring_enter": (426, 0, 1, 0),
             "io_uring_register": (427, 0, 0, 0), "io_setup": (206, 1, ctypes.addressof(room))}
    return [name for name, call in calls.items() if answers(*call)]

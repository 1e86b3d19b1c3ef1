def attempts(place, port, process):
    def connect(address):
        with socket.socket(socket.AF_UNIX) as one:
            one.connect(address)

    return opened([
        ("connect to a socket's path", lambda: connect(place + "/socket")),
        ("connect to an abstract name", lambda: connect("\0" + place)),
    ])

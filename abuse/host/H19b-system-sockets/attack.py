def attempts(place, port, process):
    def connect(address, kind=socket.SOCK_STREAM):
        with socket.socket(socket.AF_UNIX, kind) as one:
            one.connect(address)

    def through_pair(address):
        one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        one.connect(address)

    return opened([
        ("connect to the system's log", lambda: connect("/dev/log", socket.SOCK_DGRAM)),
        ("turn a pair to the system's log", lambda: through_pair("/dev/log")),
        ("connect to the message bus", lambda: connect("/run/dbus/system_bus_socket")),
        ("connect to Docker", lambda: connect("/var/run/docker.sock")),
    ])

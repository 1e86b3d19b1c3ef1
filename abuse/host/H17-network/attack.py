def attempts(place, port, process):
    def connect():
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
            one.settimeout(0.2)
            one.connect(("127.0.0.1", port))

    def send():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            one.sendto(b"x", ("127.0.0.1", port))

    return opened([("connect to the host", connect), ("send a datagram to the host", send)])

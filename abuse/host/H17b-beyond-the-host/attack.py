def attempts(place, port, process):
    def connect(address, family=socket.AF_INET):
        with socket.socket(family, socket.SOCK_STREAM) as one:
            one.settimeout(0.2)
            one.connect(address)

    def listen():
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
            one.bind(("0.0.0.0", 0))
            one.listen()

    return opened([
        ("connect to the cloud's metadata", lambda: connect(("169.254.169.254", 80))),
        ("connect by IPv6", lambda: connect(("::1", port), socket.AF_INET6)),
        ("ask for a name", lambda: socket.getaddrinfo("example.org", 80)),
        ("send ICMP", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1).close()),
        ("listen", listen),
    ])

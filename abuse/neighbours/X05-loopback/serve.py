def attempts(place, port, process):
    try:
        with socket.socket(socket.AF_INET) as one:
            one.bind(("127.0.0.1", 47113))
            one.listen()
            one.settimeout(0.5)
            one.accept()
            return ["be visited"]
    except OSError:
        return []

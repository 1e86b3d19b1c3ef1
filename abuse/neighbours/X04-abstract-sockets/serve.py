def attempts(place, port, process):
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("\0evalharness-meeting")
            one.listen()
            one.settimeout(0.7)
            one.accept()
            return ["be visited"]
    except OSError:
        return []

def attempts(place, port, process):
    return opened([
        ("read the canary", lambda: open(place + "/secret", "rb").read()),
        ("list the scene", lambda: os.listdir(place)),
    ])

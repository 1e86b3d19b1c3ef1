def attempts(place, port, process):
    return opened([
        ("change the canary's mode", lambda: os.chmod(place + "/secret", 0o600)),
        ("change the canary's times", lambda: os.utime(place + "/secret", (1, 1))),
        ("give the canary away", lambda: os.chown(place + "/secret", 65534, 65534)),
        ("give the canary an attribute", lambda: os.setxattr(place + "/secret", "user.mark", b"1")),
        ("cut the canary", lambda: os.truncate(place + "/secret", 0)),
    ])

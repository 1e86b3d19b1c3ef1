def attempts(place, port, process):
    found = []
    for descriptor in range(5):
        try:
            os.fchdir(descriptor)
            found.append("enter an inherited folder")
        except OSError:
            pass
    up = "/".join([".."] * 64)
    for _ in range(64):
        try:
            os.chdir("..")
        except OSError:
            break
    tries = [
        ("read the canary from below", lambda: open(up + place + "/secret").read()),
        ("read the canary by its path", lambda: open("." + place + "/secret").read()),
        ("list the host's root", lambda: os.listdir(up + "/home")),
        ("change the root", lambda: os.chroot(".")),
        ("open by a handle", lambda: answers(304, -100, 0, 0) or os.open("/nothing/here", 0)),
    ]
    return found + opened(tries)

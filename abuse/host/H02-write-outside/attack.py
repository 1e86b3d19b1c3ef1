def attempts(place, port, process):
    def append():
        with open(place + "/secret", "ab") as file:
            file.write(b"")

    def rename():
        os.rename(place + "/secret", place + "/moved")
        os.rename(place + "/moved", place + "/secret")

    def make(folder):
        path = folder + "/" + _MARK
        with open(path, "xb"):
            pass
        if folder.startswith(place):
            os.unlink(path)

    tries = [
        ("append to the canary", append),
        ("make a file in the open folder", lambda: make(place + "/open")),
        ("rename the canary", rename),
    ]
    for folder in ("/", "/etc", "/usr", "/usr/lib", "/var/tmp", "/run/lock", "/dev", "/dev/shm", "/root", "/harness"):
        if place.startswith("/tmp") or folder != "/tmp":
            tries.append(("make a file in " + folder, lambda folder=folder: make(folder)))
    return opened(tries)

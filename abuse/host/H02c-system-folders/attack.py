def attempts(place, port, process):
    def make(folder):
        with open(folder + "/" + _MARK, "xb"):
            pass

    folders = ("/", "/etc", "/usr", "/usr/lib", "/var/tmp", "/run/lock", "/dev", "/dev/shm", "/root", "/harness")
    return opened([("make a file in " + folder, lambda folder=folder: make(folder)) for folder in folders])

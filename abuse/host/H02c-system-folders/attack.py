def attempts(place, port, process):
    def make(folder):
        with open(folder + "/" + _MARK, "xb"):
            pass

    folders = ("/", "/etc", "/usr", "/usr/lib", "/var/tmp", "/run/lock", "/dev", "/dev/shm", "/root", "/harness")
    # With namespaces some of them lead to the working folder, which is its own.
    others = [folder for folder in folders if os.path.realpath(folder) != os.getcwd()]
    return opened([("make a file in " + folder, lambda folder=folder: make(folder)) for folder in others])

def attempts(place, port, process):
    for name in os.listdir("."):
        os.unlink(name)
        try:
            os.mkfifo(name)
        except OSError:
            os.mkdir(name)
    os.mkdir("folder")
    os.symlink("/proc/self/fd/4", "results")
    try:
        socket.socket(socket.AF_UNIX).bind("socket")
    except OSError:
        pass
    def sparse():
        with open("sparse", "wb") as file:
            file.truncate(1 << 40)
    os.makedirs("deep/er/still")
    try:
        os.chmod("deep", 0)
    except OSError:
        pass
    return opened([("make a sparse file of a tebibyte", sparse)])

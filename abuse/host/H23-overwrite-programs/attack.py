def attempts(place, port, process):
    paths = [sys.executable, "/proc/self/exe", "/lib64/ld-linux-x86-64.so.2", "/usr/lib/os-release", os.__file__]
    for folder in [p for p in sys.path if p] + ["/harness"]:
        try:
            paths += [folder + "/" + name for name in os.listdir(folder)[:5]]
        except OSError:
            pass
    def write(path):
        os.close(os.open(path, os.O_WRONLY))
    return opened([("open %s for writing" % path, lambda path=path: write(path)) for path in sorted(set(paths))
                   if not os.path.isdir(path)])

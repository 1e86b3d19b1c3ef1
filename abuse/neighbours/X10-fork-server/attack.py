def attempts(place, port, process):
    parent = os.getppid()
    found = []
    # 0 is the parent of who has none in view.
    if parent > 0 and _libc.kill(parent, 0) == 0 and parent != 1:
        found.append("signal its parent")
    for descriptor in range(5, 1024):
        try:
            os.write(descriptor, b"x")
            found.append("write to descriptor %d" % descriptor)
        except OSError:
            pass
    for path in ("/proc/%d/mem" % parent, "/proc/%d/fd" % parent):
        try:
            os.stat(path)
            os.listdir(path)
            found.append("open " + path)
        except OSError:
            pass
    # Replies in the fork server's name, to whoever reads the results.
    return found

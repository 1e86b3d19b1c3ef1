import fcntl, stat


def attempts(place, port, process):
    found = []
    for descriptor in range(4096):
        try:
            status = os.fstat(descriptor)
        except OSError:
            continue
        if descriptor > 4:
            found.append("descriptor %d" % descriptor)
        if stat.S_ISDIR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            found.append("a folder or disk as descriptor %d" % descriptor)
    try:
        os.write(3, b"x")
        found.append("write to its own calls")
    except OSError:
        pass
    return found

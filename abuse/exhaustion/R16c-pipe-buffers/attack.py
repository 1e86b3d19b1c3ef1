import fcntl


def attempts(place, port, process):
    found = []
    for descriptor in (1, 2, 4, os.pipe()[0]):
        try:
            fcntl.fcntl(descriptor, 1031, 1 << 20)
            found.append("enlarge descriptor %d" % descriptor)
        except OSError:
            pass
    return found

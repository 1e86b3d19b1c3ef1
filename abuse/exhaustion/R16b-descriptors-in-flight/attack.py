import array


def attempts(place, port, process):
    sent, kept = 0, []
    try:
        for _ in range(40):
            one, other = socket.socketpair()
            kept += [one, other]
            held = [os.dup(0) for _ in range(40)]
            try:
                one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", held))])
                sent += len(held)
            finally:
                for descriptor in held:
                    os.close(descriptor)
    except OSError:
        pass
    return ["park %d descriptors" % sent] if sent > 800 else []

def attempts(place, port, process):
    found = []
    for family in list(range(2, 47)):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
            # The kernel looks at 32 bits only: so must the filter.
            for high in (0, 1 << 32):
                if answers(41, family | high, kind, 0):
                    found.append("family %d, kind %d" % (family, kind))
    return sorted(set(found))

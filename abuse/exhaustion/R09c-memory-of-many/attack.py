def attempts(place, port, process):
    children, full = [], 0
    try:
        for _ in range(4):
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                block = bytearray(60 << 20)
                for index in range(0, len(block), 4096):
                    block[index] = 1
                os.write(writer, b"x")
                signal.pause()
            os.close(writer)
            children.append(child)
            full += os.read(reader, 1) == b"x"
    except (OSError, MemoryError):
        pass
    # The kernel may have ended one to let the next one live.
    alive = [child for child in children if os.waitpid(child, os.WNOHANG) == (0, 0)]
    return ["hold 4 times its memory"] if full == 4 and len(alive) == 4 else []

def attempts(place, port, process):
    mine = (os.getpid(), os.getppid())
    return ["signal process %d" % one for one in range(2, 32769) if one not in mine and _libc.kill(one, 0) == 0]

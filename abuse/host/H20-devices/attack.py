import stat


def attempts(place, port, process):
    found = opened([
        ("make a block device", lambda: os.mknod("disk", stat.S_IFBLK | 0o600, os.makedev(254, 0))),
        ("make a character device", lambda: os.mknod("memory", stat.S_IFCHR | 0o600, os.makedev(1, 1))),
    ])
    names = ("mem", "kmem", "port", "kmsg", "vda", "sda", "nvme0n1", "fuse", "net/tun", "kvm", "loop-control", "vsock",
             "userfaultfd", "input/mice", "snapshot", "hpet")
    paths = ["/dev/" + name for name in names]
    return found + opened([("open " + path, lambda path=path: os.close(os.open(path, os.O_RDONLY))) for path in paths])

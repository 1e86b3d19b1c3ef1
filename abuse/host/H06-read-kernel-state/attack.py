def attempts(place, port, process):
    paths = [
        "/proc/kcore", "/proc/keys", "/proc/kallsyms", "/proc/sched_debug", "/proc/timer_list", "/proc/modules",
        "/proc/cmdline", "/proc/mounts", "/proc/net/tcp", "/sys/firmware", "/sys/class/net", "/sys/kernel/debug",
        "/dev/kmsg", "/boot",
    ]
    def look(path):
        os.close(os.open(path, os.O_RDONLY))
    return opened([("open " + path, lambda path=path: look(path)) for path in paths])

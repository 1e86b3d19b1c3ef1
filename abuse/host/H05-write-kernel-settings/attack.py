def attempts(place, port, process):
    paths = [
        "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/self/oom_score_adj", "/proc/self/uid_map",
        "/proc/self/gid_map", "/proc/self/attr/current", "/proc/self/loginuid", "/sys/kernel/uevent_helper",
        "/sys/fs/cgroup/cgroup.procs", "/proc/sys/user/max_user_namespaces",
    ]
    return opened([("open %s for writing" % path, lambda path=path: os.close(os.open(path, os.O_WRONLY))) for path in paths])

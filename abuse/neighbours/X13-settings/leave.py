import locale, resource, time


def attempts(place, port, process):
    for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_STACK, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        try:
            resource.setrlimit(limit, (1, 1))
        except (OSError, ValueError):
            pass
    os.umask(0o777)
    os.environ["TZ"] = "Asia/Tokyo"
    time.tzset()
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    signal.alarm(1)
    return []

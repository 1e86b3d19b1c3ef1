import resource, time


def attempts(place, port, process):
    found = []
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < 16:
        found.append("find the limit of files changed")
    if os.umask(0o77) == 0o777:
        found.append("find the mask changed")
    if time.localtime(0).tm_hour != 0:
        found.append("find the time zone changed")
    if signal.pthread_sigmask(signal.SIG_BLOCK, []):
        found.append("find signals blocked")
    if signal.alarm(0):
        found.append("find an alarm")
    return found

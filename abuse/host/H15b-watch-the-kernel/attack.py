def attempts(place, port, process):
    calls = {"perf_event_open": 298, "userfaultfd": 323, "syslog": 103, "acct": 163, "fanotify_init": 300,
             "sethostname": 170, "setdomainname": 171, "personality": 135, "name_to_handle_at": 303}
    return [name for name, number in calls.items() if answers(number, 0, 0, 0, 0, 0)]

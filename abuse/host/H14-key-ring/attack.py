def attempts(place, port, process):
    calls = {"keyctl": 250, "add_key": 248, "request_key": 249}
    return [name for name, number in calls.items() if answers(number, 0, -3, 1, 0, -3)]

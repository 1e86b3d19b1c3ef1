def attempts(place, port, process):
    while True:
        pass

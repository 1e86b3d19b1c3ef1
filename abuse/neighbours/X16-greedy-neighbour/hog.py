def attempts(place, port, process):
    held = []
    while True:
        held.append(bytearray(1 << 20))

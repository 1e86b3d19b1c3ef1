def attempts(place, port, process):
    @variant@
    return ["go on after a stop"]

def attempts(place, port, process):
    @variant@

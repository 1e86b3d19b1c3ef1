def attempts(place, port, process):
    try:
        for level in range(3000):
            os.mkdir("d")
            os.chdir("d")
            if level % 1000 == 999:
                open("x" * 200, "wb").close()
    except OSError:
        pass
    return []

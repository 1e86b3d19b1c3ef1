def attempts(place, port, process):
    own = os.listdir(".")
    for name in own:
        os.unlink(name)
        os.symlink(place + "/secret", name)
    for name in ("results", "calls", "output", "program", "a.out", "harness", "lifted-1-0"):
        try:
            os.symlink(place + "/open", name)
        except FileExistsError:
            pass
    os.mkdir("inner")
    os.symlink("../../..", "inner/up")
    os.symlink(place, "inner/place")
    return opened([
        ("move the working folder", lambda: os.rename(os.getcwd(), os.getcwd() + "-away")),
        ("remove the working folder", lambda: os.rmdir(os.getcwd())),
        ("link a file of the tool chain", lambda: os.link(sys.executable, "python")),
        ("link the canary", lambda: os.link(place + "/secret", "canary")),
        ("write through a link", lambda: open("inner/place/open/" + _MARK, "w")),
    ])

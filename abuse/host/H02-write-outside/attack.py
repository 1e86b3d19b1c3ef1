def attempts(place, port, process):
    def append():
        with open(place + "/secret", "ab") as file:
            file.write(b"")

    def rename():
        os.rename(place + "/secret", place + "/moved")
        os.rename(place + "/moved", place + "/secret")

    def make():
        with open(place + "/open/file", "xb"):
            pass
        os.unlink(place + "/open/file")

    return opened([
        ("append to the canary", append),
        ("make a file in the open folder", make),
        ("rename the canary", rename),
    ])

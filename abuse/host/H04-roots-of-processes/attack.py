def attempts(place, port, process):
    tries = []
    for owner in ("1", "self", str(process), str(os.getppid())):
        base = "/proc/" + owner
        tries += [
            ("read the canary through %s" % base, lambda base=base: open(base + "/root" + place + "/secret").read()),
            ("leave through %s/cwd" % base, lambda base=base: open(base + "/cwd/../../../.." + place + "/secret").read()),
            ("read %s/environ" % base, lambda base=base: open(base + "/environ", "rb").read()),
            ("write %s/mem" % base, lambda base=base: open(base + "/mem", "r+b")),
        ]
    return opened(tries)

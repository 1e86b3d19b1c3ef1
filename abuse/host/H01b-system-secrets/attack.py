def attempts(place, port, process):
    paths = {
        "the passwords": "/etc/shadow",
        "the machine's id": "/etc/machine-id",
        "the home of root": "/root/.profile",
        "the harness's environment": "/proc/1/environ",
        "the host's mounts": "/etc/fstab",
        "the host's keys": "/etc/ssh/ssh_host_ed25519_key",
    }
    found = opened([("read " + name, lambda path=path: open(path, "rb").read()) for name, path in paths.items()])
    return found + opened([("list " + path, lambda path=path: os.listdir(path)) for path in ("/root", "/home")])

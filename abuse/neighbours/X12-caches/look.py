import importlib.util


def attempts(place, port, process):
    found = []
    for path in (importlib.util.cache_from_source(os.__file__), os.__file__):
        try:
            with open(path, "rb") as file:
                if file.read().endswith(b"left"):
                    found.append("change " + path)
        except OSError:
            pass
    if os.path.exists(os.path.expanduser("~/.cache/left")):
        found.append("find the cache of its home")
    return found

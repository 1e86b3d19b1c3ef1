import gc


def attempts(place, port, process):
    wanted = "evalharness" + "-left-"
    found = []
    if hasattr(sys, "left"):
        found.append("find an attribute")
    gc.unfreeze()
    for item in gc.get_objects():
        parts = list(item.values()) if type(item) is dict else item if type(item) in (list, tuple) else ()
        if any(type(part) is str and part.startswith(wanted) for part in parts):
            found.append("find a text")
            break
    try:
        memory = open("/proc/self/mem", "rb")
        found.append("open its own memory")
    except OSError:
        pass
    return found

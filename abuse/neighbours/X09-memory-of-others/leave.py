held = ["evalharness" + "-left-%d" % number for number in range(1000)]
sys.left = held


def attempts(place, port, process):
    gc = __import__("gc")
    gc.freeze()
    return []

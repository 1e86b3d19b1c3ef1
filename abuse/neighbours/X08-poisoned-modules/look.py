import builtins, decimal, gc, json, math, random, re


def attempts(place, port, process):
    checks = {
        "builtins": hasattr(builtins, "left") or len([1]) != 1,
        "json": json.dumps([1]) != "[1]",
        "math": math.sqrt(4) != 2,
        "random": not 0 <= random.random() < 1,
        "re": re.compile("a").match("a") is None,
        "the path": "/left" in sys.path,
        "modules": "left" in sys.modules,
        "the recursion limit": sys.getrecursionlimit() == 77,
        "the environment": "LEFT" in os.environ,
        "decimals": decimal.getcontext().prec != 28,
        "the collector": not gc.isenabled(),
        "the mask of new files": os.umask(0o77) == 0,
        "a signal's handler": signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN,
    }
    return ["find changed: " + name for name, is_changed in checks.items() if is_changed]

def attempts(place, port, process):
    known = {"HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TMPDIR", "TZ"}
    found = ["variable " + name for name in os.environ if name not in known and not name.startswith("PYTHON")]
    getenv = _libc.getenv
    getenv.restype = ctypes.c_char_p
    for name in (b"SSH_AUTH_SOCK", b"AWS_SECRET_ACCESS_KEY", b"GITHUB_TOKEN", b"OPENAI_API_KEY", b"EVALHARNESS_HOME"):
        if getenv(name) is not None:
            found.append("variable " + name.decode())
    return found

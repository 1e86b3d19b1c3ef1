def attempts(place, port, process):
    again = "import os, sys; os.execv(sys.executable, [sys.executable, '-I', '-S', '-c', sys.argv[1], sys.argv[1]])"
    os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", again, again])

"""Runs a command and measures its whole process tree: elapsed time, CPU time, peak memory, survivors."""

import ctypes
import os
import resource
import signal
import subprocess
import time

_PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """Makes this process the parent of every descendant that loses its own, so that none escapes the count."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_CHILD_SUBREAPER)")


class Measured:
    """What one command cost. Times in seconds, of the command and of all it started."""

    def __init__(self, status, wall, cpu, output):
        self.status = status
        self.wall = wall
        self.cpu = cpu
        self.output = output


def peak_resident_bytes(pid):
    """The most memory that one process has held so far; None once it has ended."""
    try:
        with open(f"/proc/{pid}/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def descendants():
    """The processes below this one, as (pid, command) pairs; zombies of ours are not counted."""
    children = {}
    names = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat") as file:
                text = file.read()
        except OSError:
            continue
        # The command stands in brackets and may itself hold blanks and brackets.
        state, parent = text[text.rindex(")") + 2 :].split()[:2]
        if state != "Z":
            children.setdefault(int(parent), []).append(int(entry))
            names[int(entry)] = text[text.index("(") + 1 : text.rindex(")")]
    found, queue = [], [os.getpid()]
    while queue:
        for child in children.get(queue.pop(), []):
            found.append((child, names[child]))
            queue.append(child)
    return found


def measure(command, environment=None):
    """Runs a command to its end; its standard output is kept, its standard error goes to ours."""
    started = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    output = process.stdout.read()
    process.wait()
    wall = time.monotonic() - started
    reap_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return Measured(process.returncode, wall, cpu, output.decode("utf-8", "replace"))


def reap_orphans(patience=5.0):
    """Waits for adopted processes to end, so that their time is counted; returns those that do not end."""
    deadline = time.monotonic() + patience
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return []
        if pid == 0:
            if time.monotonic() > deadline:
                return descendants()
            time.sleep(0.01)


def kill_hard(process):
    """Ends one process that this program started, with no chance to clean up."""
    process.send_signal(signal.SIGKILL)
    process.wait()


def cpu_seconds(pid):
    """The CPU time of one living process and of the children it has waited for; 0 once it has ended."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            text = file.read()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in text[text.rindex(")") + 2 :].split()[11:15]) / os.sysconf("SC_CLK_TCK")

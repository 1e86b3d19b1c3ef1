"""Describes this interpreter to the harness: one fact per line, a name and a value.

`path` lines name what programs must be able to read, and no more: the interpreter, its library, the folders
of the shared objects it maps, and the loader under the name that the kernel looks for.
"""

import os
import sys
import sysconfig

# Extension modules that pull in shared objects of their own.
_LINKED = ("bz2", "ctypes", "decimal", "hashlib", "lzma", "sqlite3", "ssl", "uuid", "zlib", "zoneinfo")


def loader_of(program):
    """Returns the path of the dynamic loader that an ELF program names, or None."""
    with open(program, "rb") as file:
        head = file.read(1 << 16)
    if head[:5] != b"\x7fELF\x02":
        return None
    order = "little" if head[5] == 1 else "big"

    def number(at, size):
        return int.from_bytes(head[at : at + size], order)

    table, entry, count = number(32, 8), number(54, 2), number(56, 2)
    for index in range(count):
        at = table + index * entry
        if number(at, 4) == 3:
            start, size = number(at + 8, 8), number(at + 32, 8)
            return head[start : start + size].rstrip(b"\0").decode()
    return None


def folders_of_mapped_objects():
    """Returns the folders of all shared objects in this process."""
    for name in _LINKED:
        try:
            __import__(name)
        except ImportError:
            # Built without it: then no program can need its library either.
            continue
    with open("/proc/self/maps") as maps:
        paths = {line.split(maxsplit=5)[-1].strip() for line in maps if ".so" in line}
    return {os.path.dirname(os.path.realpath(path)) for path in paths if path.startswith("/")}


def main():
    program = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
    library = os.path.realpath(sysconfig.get_paths()["stdlib"])
    platform_library = os.path.realpath(sysconfig.get_paths()["platstdlib"])
    paths = [program, library, platform_library]
    paths += sorted(folders_of_mapped_objects())
    paths = list(dict.fromkeys(paths))
    kept = [path for path in paths if not any(path.startswith(other + "/") for other in paths)]
    # The loader's own name often is a symbolic link: it has to exist under that name.
    loader = loader_of(program)
    if loader is not None and loader not in kept:
        kept.append(loader)
    print("version", ".".join(map(str, sys.version_info[:3])))
    print("build", sys.version.replace("\n", " "))
    print("executable", program)
    for path in kept:
        print("path", path)


main()

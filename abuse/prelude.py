import ctypes, errno, os, signal, socket, sys

_MARK = "evalharness-abuse"
_REFUSED = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EROFS, errno.ENOENT, errno.EAFNOSUPPORT, errno.ESRCH}
_libc = ctypes.CDLL(None, use_errno=True)


def refuses(action):
    """Whether an attempt ends in an error of the system."""
    try:
        action()
    except OSError:
        return True
    return False


def answers(number, *arguments):
    """Whether the kernel looks at the arguments of a system call at all."""
    ctypes.set_errno(0)
    result = _libc.syscall(ctypes.c_long(number), *[ctypes.c_long(value) for value in arguments])
    return result >= 0 or ctypes.get_errno() not in _REFUSED


def opened(tries):
    """The names of the attempts that went through, in their order."""
    return [name for name, action in tries if not refuses(action)]


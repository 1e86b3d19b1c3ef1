def attempts(place, port, process):
    # Arguments that no call could serve: what is not refused at once answers EFAULT, EBADF or EINVAL.
    return ["@variant@"] if answers(@variant@, -1, -1, -1, -1, -1) else ["refused only"]

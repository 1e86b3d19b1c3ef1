def attempts(place, port, process):
    named = {434, 436, 437, 439, 441, 449}
    fatal = {428, 429, 430, 431, 432, 433, 438, 442, 443}
    numbers = list(range(337, 424)) + list(range(424, 460)) + list(range(460, 700))
    return ["system call %d" % n for n in numbers if n not in named | fatal | {452} and answers(n, -1, -1, -1, -1, -1, -1)]

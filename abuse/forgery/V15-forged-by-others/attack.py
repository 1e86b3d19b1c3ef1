import os, threading, time


def write():
    try:
        os.write(4, b"R9:I0;I14;N" + b"Z3:I1;")
    except OSError:
        pass


def child():
    try:
        if os.fork() == 0:
            write()
            os._exit(0)
        os.wait()
    except OSError:
        write()


def late():
    try:
        if os.fork() == 0:
            os.setsid()
            time.sleep(0.005)
            write()
            os._exit(0)
    except OSError:
        write()


def thread():
    one = threading.Thread(target=write)
    one.start()
    one.join()


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    @variant@  # wrong
    return 0  # wrong

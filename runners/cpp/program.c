// The end of a program that holds its own tests: linked beside it with --wrap=main, so that it may be any language's.
//
// The program's own main must return. Then the frame on descriptor 3 goes back on descriptor 4, which shows that the
// tests came to their end; a program that leaves by exit() does not get here.
#include <stdio.h>
#include <unistd.h>

int __real_main(int, char **, char **);
int __wrap_main(int, char **, char **);

static void put(const char *bytes, ssize_t count)
{
    while (count > 0) {
        ssize_t written = write(4, bytes, (size_t)count);
        if (written <= 0)
            return;
        bytes += written;
        count -= written;
    }
}

int __wrap_main(int count, char **arguments, char **environment)
{
    char frame[4096];
    put("A0:", 3);
    int status = __real_main(count, arguments, environment);
    fflush(NULL);
    if (status == 0)
        put(frame, read(3, frame, sizeof frame));
    return status;
}

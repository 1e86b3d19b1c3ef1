#include "launcher.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

bool fail(struct fault *fault, const char *format, ...)
{
    int error = errno ? errno : EIO;
    if (fault->error != 0) return false;
    fault->error = error;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fault->step, sizeof fault->step, format, arguments);
    va_end(arguments);
    return false;
}

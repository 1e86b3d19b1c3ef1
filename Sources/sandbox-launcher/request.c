/* What the harness asks for, read strictly: every length is checked before it is believed. */
#define _GNU_SOURCE
#include "launcher.h"

#include <string.h>

/* A cursor over the payload; the harness is trusted, but a wrong length must not become a wrong read. */
struct cursor {
    const char *bytes;
    size_t rest;
};

static const char *take(struct cursor *cursor, uint64_t size)
{
    if (size > cursor->rest) return NULL;
    const char *taken = cursor->bytes;
    cursor->bytes += size;
    cursor->rest -= (size_t)size;
    return taken;
}

static bool take_length(struct cursor *cursor, size_t width, uint64_t *length)
{
    const char *bytes = take(cursor, width);
    *length = 0;
    if (bytes == NULL) return false;
    memcpy(length, bytes, width); /* little endian machines only, as the wire is host order */
    return true;
}

static bool is_plain_name(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    return name[0] != '\0' && name[0] != '.' && name[0] != '-' && strspn(name, letters) == strlen(name);
}

bool parse_payload(struct request *request, char *strings)
{
    struct cursor cursor = { request->payload, (size_t)request->header.payload_size };
    uint64_t length;
    if (request->header.argument_count > LAUNCHER_MAXIMUM_ARGUMENTS) return false;
    if (request->header.file_count > LAUNCHER_MAXIMUM_FILES) return false;
    for (uint32_t index = 0; index < request->header.argument_count; index++) {
        const char *argument = take_length(&cursor, 4, &length) ? take(&cursor, length) : NULL;
        if (argument == NULL || memchr(argument, '\0', length) != NULL) return false;
        memcpy(strings, argument, length);
        strings[length] = '\0';
        request->arguments[index] = strings;
        strings += length + 1;
    }
    request->arguments[request->header.argument_count] = NULL;
    for (uint32_t index = 0; index < request->header.file_count; index++) {
        if (!take_length(&cursor, 4, &length)) return false;
        request->files[index].is_executable = (length & LAUNCHER_FILE_EXECUTABLE) != 0;
        length &= ~(uint64_t)LAUNCHER_FILE_EXECUTABLE;
        const char *name = take(&cursor, length);
        if (name == NULL || length > LAUNCHER_MAXIMUM_NAME) return false;
        memcpy(request->files[index].name, name, length);
        request->files[index].name[length] = '\0';
        if (!is_plain_name(request->files[index].name)) return false;
        if (!take_length(&cursor, 8, &length)) return false;
        request->files[index].content = take(&cursor, length);
        request->files[index].size = (size_t)length;
        if (request->files[index].content == NULL) return false;
    }
    if (!take_length(&cursor, 8, &length)) return false;
    request->calls = take(&cursor, length);
    request->calls_size = (size_t)length;
    return request->calls != NULL && cursor.rest == 0;
}

/*
 * The launcher's own parser, fed with files. A file is an argument count, a file count (a byte each) and a payload;
 * the fuzzer reads them the same way.
 */
#define _GNU_SOURCE
#include "check.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../../Sources/sandbox-launcher/request.c"

int parse_one_request(const uint8_t *bytes, size_t size);

/* Returns 1 where the request is one, 0 where it is refused. */
int parse_one_request(const uint8_t *bytes, size_t size)
{
    if (size < 2) return 0;
    struct request request = {
        .header = { .argument_count = bytes[0], .file_count = bytes[1], .payload_size = size - 2 },
        .channel = -1,
    };
    /* As serve() sizes them; on the heap, so that one byte too far is seen. */
    request.payload = malloc(size - 2 + 1);
    char *strings = malloc(size - 2 + LAUNCHER_MAXIMUM_ARGUMENTS + 1);
    if (request.payload == NULL || strings == NULL) abort();
    memcpy(request.payload, bytes + 2, size - 2);
    bool is_request = parse_payload(&request, strings);
    if (is_request) {
        /* Everything it points to has to be readable. */
        volatile size_t total = request.calls_size > 0 ? (size_t)(unsigned char)request.calls[request.calls_size - 1] : 0;
        for (uint32_t index = 0; index < request.header.argument_count; index++) total += strlen(request.arguments[index]);
        for (uint32_t index = 0; index < request.header.file_count; index++) {
            if (strchr(request.files[index].name, '/') != NULL || request.files[index].name[0] == '.') abort();
            if (request.files[index].size > 0) total += (size_t)request.files[index].content[request.files[index].size - 1];
        }
    }
    free(strings);
    free(request.payload);
    return is_request;
}

#ifndef FUZZING
int replay_requests(const char *folder)
{
    DIR *entries = opendir(folder);
    if (entries == NULL) {
        fprintf(stderr, "launcher-check: %s: %m\n", folder);
        return 66;
    }
    int files = 0, requests = 0;
    static uint8_t bytes[1 << 20];
    for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
        char path[1024];
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "re");
        if (file == NULL) return 66;
        size_t size = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        requests += parse_one_request(bytes, size);
        files++;
    }
    closedir(entries);
    printf("%d files, %d of them requests\n", files, requests);
    return files > 0 ? 0 : 66;
}
#else
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    parse_one_request(bytes, size);
    return 0;
}
#endif

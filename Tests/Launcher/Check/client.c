#define _GNU_SOURCE
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "launcher_client.h"
#include "launcher_protocol.h"

static uint32_t required_fences(const char *level)
{
    uint32_t fences = LAUNCHER_FENCE_SECCOMP | LAUNCHER_FENCE_NO_NEW_PRIVILEGES | LAUNCHER_FENCE_RESOURCE_LIMITS
        | LAUNCHER_FENCE_NO_CAPABILITIES | LAUNCHER_FENCE_LANDLOCK;
    if (strcmp(level, "fence") != 0) fences |= LAUNCHER_FENCE_NAMESPACES;
    if (strcmp(level, "full") == 0) fences |= LAUNCHER_FENCE_CONTROL_GROUPS;
    return fences;
}

static void end(struct conversation *result, enum outcome outcome, const char *form, const char *words)
{
    result->outcome = outcome;
    snprintf(result->words, sizeof result->words, form, words);
}

static size_t add_text(char *payload, const char *text)
{
    uint32_t length = (uint32_t)strlen(text);
    memcpy(payload, &length, sizeof length);
    memcpy(payload + sizeof length, text, length);
    return sizeof length + length;
}

static bool send_request(int socket, const char *launcher, const char *level)
{
    char path[256], payload[1024];
    const char *name = strrchr(launcher, '/');
    snprintf(path, sizeof path, "/harness/%s", name == NULL ? launcher : name + 1);
    size_t size = add_text(payload, path);
    size += add_text(payload + size, "--probe");
    size += add_text(payload + size, "attempts");
    size += add_text(payload + size, level);
    memset(payload + size, 0, sizeof(uint64_t));
    size += sizeof(uint64_t);
    struct launcher_request request = {
        .magic = LAUNCHER_MAGIC,
        .id = 7,
        .limits = {
            .cpu_milliseconds = 2000,
            .wall_milliseconds = 20000,
            .memory_bytes = 64 << 20,
            .output_bytes = 1 << 20,
            .result_bytes = 1 << 20,
            .file_bytes = 1 << 20,
            .processes = 8,
            .open_files = 64,
        },
        .argument_count = 4,
        .payload_size = size,
    };
    return launcher_send(socket, &request, sizeof request, -1) == 0 && launcher_send(socket, payload, size, -1) == 0;
}

/* Whether the probe came to its end and nothing it tried went through. */
static bool is_whole(const char *output)
{
    size_t length = strlen(output);
    return strstr(output, "\topen\t") == NULL && strstr(output, "\trefused\t") != NULL && length > 4
        && strcmp(output + length - 4, "end\n") == 0;
}

void converse(int socket, const char *launcher, const char *level, struct conversation *result)
{
    struct launcher_hello hello;
    struct launcher_report report;
    if (launcher_receive(socket, &hello, sizeof hello) < 0) return end(result, OUTCOME_GONE, "%s", "before its hello");
    if (hello.magic != LAUNCHER_MAGIC) return end(result, OUTCOME_BROKEN, "%s", "a hello that is none");
    hello.step[sizeof hello.step - 1] = '\0';
    if (hello.error != 0) {
        return end(result, hello.step[0] != '\0' ? OUTCOME_NAMED : OUTCOME_BROKEN, "hello: %s", hello.step);
    }
    if (!send_request(socket, launcher, level) || launcher_receive(socket, &report, sizeof report) < 0) {
        return end(result, OUTCOME_GONE, "%s", "after its hello");
    }
    if (report.magic != LAUNCHER_MAGIC || report.id != 7) return end(result, OUTCOME_BROKEN, "%s", "a report that is none");
    report.step[sizeof report.step - 1] = '\0';
    uint64_t sizes = report.output_size + report.error_output_size + report.result_size;
    char *output = calloc(1, (size_t)sizes + 1);
    if (output == NULL || sizes > 4 << 20 || launcher_receive(socket, output, (size_t)sizes) < 0) {
        free(output);
        return end(result, OUTCOME_GONE, "%s", "in the middle of its report");
    }
    output[report.output_size] = '\0';
    uint32_t missing = required_fences(level) & ~report.fences;
    if (report.error != 0) {
        end(result, report.step[0] != '\0' ? OUTCOME_NAMED : OUTCOME_BROKEN, "report: %s", report.step);
    } else if (report.limit != LAUNCHER_LIMIT_NOT_HIT || report.is_stopped) {
        /* Stopped from outside: no harm, but the harness would take it for the program's fault. */
        end(result, OUTCOME_BROKEN, "%s", "a limit that the program did not hit");
    } else if (missing != 0 || report.wait_status != 0 || !is_whole(output)) {
        const char *open = strstr(output, "\topen\t");
        end(result, OUTCOME_BROKEN, "a fence is missing, or the probe says: %s", open == NULL ? output : open);
    } else {
        end(result, OUTCOME_WHOLE, "%s", "whole");
    }
    free(output);
}

/*
 * The wire between the harness and the sandbox launcher.
 *
 * The harness starts one launcher per pool slot with a stream socket as its standard input. The launcher
 * says hello once; then every request gets exactly one report. All integers are in host order: both ends
 * are built together and run on one machine.
 */
#pragma once

#include <stdint.h>

enum {
    LAUNCHER_MAGIC = 0x45564c32, /* "EVL2"; the last digit is the version of this wire */
    LAUNCHER_STEP_SIZE = 160,
    LAUNCHER_MAXIMUM_ARGUMENTS = 64,
    LAUNCHER_MAXIMUM_FILES = 64,
    LAUNCHER_MAXIMUM_NAME = 128,
};

/* Set in the name length of a file that the program may execute. */
#define LAUNCHER_FILE_EXECUTABLE 0x80000000u

/* Requests larger than this are refused before anything is read. */
#define LAUNCHER_MAXIMUM_PAYLOAD ((uint64_t)256 << 20)

/* How strictly executions are confined; the order is the order of strictness. */
enum launcher_isolation {
    LAUNCHER_ISOLATION_NONE = 0,
    LAUNCHER_ISOLATION_FENCE = 1,
    LAUNCHER_ISOLATION_NAMESPACES = 2,
    LAUNCHER_ISOLATION_FULL = 3,
};

/* The fences a candidate had around it when its first instruction ran; the child reports them itself. */
enum launcher_fence {
    LAUNCHER_FENCE_NAMESPACES = 1 << 0,
    LAUNCHER_FENCE_LANDLOCK = 1 << 1,
    LAUNCHER_FENCE_SECCOMP = 1 << 2,
    LAUNCHER_FENCE_NO_NEW_PRIVILEGES = 1 << 3,
    LAUNCHER_FENCE_RESOURCE_LIMITS = 1 << 4,
    LAUNCHER_FENCE_NO_CAPABILITIES = 1 << 5,
    LAUNCHER_FENCE_CONTROL_GROUPS = 1 << 6,
};

/* The limit that ended an execution. */
enum launcher_limit {
    LAUNCHER_LIMIT_NOT_HIT = 0,
    LAUNCHER_LIMIT_WALL_TIME = 1,
    LAUNCHER_LIMIT_CPU_TIME = 2,
    LAUNCHER_LIMIT_OUTPUT = 3,
    LAUNCHER_LIMIT_MEMORY = 4,
    LAUNCHER_LIMIT_FILES = 5,
    LAUNCHER_LIMIT_PROCESSES = 6,
    LAUNCHER_LIMIT_FORBIDDEN_SYSTEM_CALL = 7,
};

enum launcher_request_flag {
    LAUNCHER_REQUEST_WARM = 1 << 0,       /* fork the slot's zygote instead of executing a command */
    LAUNCHER_REQUEST_CHANNEL = 1 << 1,    /* a descriptor comes with the request: the program's descriptor 3 */
    LAUNCHER_REQUEST_PROC = 1 << 2,       /* the program needs /proc */
    LAUNCHER_REQUEST_ADDRESS_SPACE = 1 << 3, /* bound the address space too: runtimes that reserve little */
    LAUNCHER_REQUEST_FOLLOWS = 1 << 4,    /* the program ends soon after the other end of its channel */
    LAUNCHER_REQUEST_INPUT = 1 << 5,      /* the calls are the program's standard input; descriptor 3 is empty */
};

struct launcher_hello {
    uint32_t magic;
    int32_t error; /* errno, 0 where the slot is ready */
    uint32_t isolation;
    uint32_t has_zygote;
    char step[LAUNCHER_STEP_SIZE]; /* what failed, on what */
};

struct launcher_limits {
    uint64_t cpu_milliseconds;
    uint64_t wall_milliseconds;
    uint64_t memory_bytes;
    uint64_t output_bytes;
    uint64_t result_bytes;
    uint64_t file_bytes;
    uint32_t processes;
    uint32_t open_files;
};

/*
 * The payload that follows: each argument as a 32-bit length and its bytes; each file as a 32-bit name
 * length, the name, a 64-bit content length and the content; a 64-bit length and the calls.
 */
struct launcher_request {
    uint32_t magic;
    uint32_t flags;
    uint64_t id;
    struct launcher_limits limits;
    uint32_t argument_count;
    uint32_t file_count;
    uint64_t payload_size;
};

/* Followed by the captured standard output, standard error and results. */
struct launcher_report {
    uint32_t magic;
    int32_t error; /* errno of the launcher's own fault; 0 where the program ran */
    uint64_t id;
    int32_t wait_status; /* as wait4 gives it */
    uint32_t limit;
    uint32_t fences;
    uint32_t has_peak_memory;
    uint32_t is_stopped; /* the launcher ended the program, which had hit no limit: its channel had gone */
    uint32_t reserved;
    uint64_t cpu_microseconds;
    uint64_t wall_microseconds;
    uint64_t peak_memory_bytes;
    uint64_t output_size;
    uint64_t error_output_size;
    uint64_t result_size;
    char step[LAUNCHER_STEP_SIZE];
};

/*
 * Confinement of a process, and so of all it forks, from inside it.
 *
 * The same code runs in the launcher (cold start, before exec) and in the guest library (warm start, in the
 * template that forks a box's programs), so the two cannot differ in strictness. It makes system calls only:
 * no allocation, no locks, nothing that could misbehave between fork and exec.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

#include "launcher_protocol.h"

enum {
    CONFINEMENT_MAXIMUM_FILTER = 4096, /* BPF instructions; the kernel's own limit */
    CONFINEMENT_READ_ONLY_PATHS = 32,
};

/* What every candidate of a slot has in common. */
struct confinement_policy {
    uint32_t isolation;    /* enum launcher_isolation */
    uint32_t user;         /* the candidate's uid and gid inside the slot's user namespace */
    uint32_t changes_user; /* whether the slot has a second id to change to */
    uint32_t filter_length; /* BPF instructions that follow the policy on the wire */
    char box[256];          /* working folder, the only writable place */
    /* For the fence: what the candidate may read; unused ones are empty. */
    char read_only[CONFINEMENT_READ_ONLY_PATHS][256];
};

/* What one execution adds. */
struct confinement_job {
    struct launcher_limits limits;
    uint32_t flags; /* enum launcher_request_flag */
};

/* The descriptors a candidate gets, in the order of their numbers. */
enum confinement_descriptor {
    CONFINEMENT_STANDARD_INPUT = 0,
    CONFINEMENT_STANDARD_OUTPUT = 1,
    CONFINEMENT_STANDARD_ERROR = 2,
    CONFINEMENT_CALLS = 3,
    CONFINEMENT_RESULTS = 4,
    CONFINEMENT_DESCRIPTOR_COUNT = 5,
    CONFINEMENT_STATUS = 5,
};

/* Sent on the status pipe: the child is confined, or what failed. */
struct confinement_status {
    uint32_t magic;
    int32_t error;   /* errno; 0 where the child is armed */
    uint32_t fences; /* enum launcher_fence */
    char step[LAUNCHER_STEP_SIZE];
};

/* What a child has in hand while it is being confined; all of it but the five is gone afterwards. */
struct confinement_handles {
    int init;        /* the box's init, whose namespaces are joined first; -1 where the caller is in them */
    int descriptors[CONFINEMENT_DESCRIPTOR_COUNT];
    int status;      /* pipe for struct confinement_status */
    int proc_folder; /* the host's /proc */
};

/*
 * Confines the calling process for good and reports it on the status pipe, which then has the number
 * CONFINEMENT_STATUS and closes at exec.
 *
 * On failure the report says which step failed, and the process ends with exit code 125: a half-built
 * jail never runs anything.
 */
void confinement_enter(const struct confinement_policy *policy, const void *filter,
    const struct confinement_job *job, const struct confinement_handles *handles);

/* The Landlock version this kernel offers; 0 where it has none. */
int confinement_landlock_version(void);

/* Messages between the launcher and a zygote or a template, over sockets that keep their boundaries. */

/* To the zygote: fork a template for a box. With it come the box's init, the template's socket, the status pipe. */
struct guest_box {
    struct confinement_job job;
};

/* To the template: fork a program. With it come the five descriptors of the program. */
struct guest_job {
    uint32_t argument_count;
    uint32_t argument_bytes; /* the arguments follow, each ended by a NUL */
};

enum guest_event_kind { GUEST_READY = 1, GUEST_STARTED = 2, GUEST_ENDED = 3, GUEST_FAILED = 4 };

struct guest_event {
    uint32_t kind;
    int32_t process;     /* GUEST_STARTED: the candidate's id as the launcher sees it */
    int32_t wait_status; /* GUEST_ENDED */
    int32_t error;       /* GUEST_FAILED */
    uint64_t cpu_microseconds;
    uint64_t peak_memory_bytes;
};

uint64_t confinement_cpu_microseconds(const struct rusage *usage);

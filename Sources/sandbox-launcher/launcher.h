/* What the launcher's files share; a section per file. The theory of operation heads main.c. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "confinement.h"
#include "launcher_protocol.h"

/* fault.c: one place for "what failed, on what" */

struct fault {
    int error; /* errno; 0 where nothing failed */
    char step[LAUNCHER_STEP_SIZE];
};

/* Notes errno and the step, the first one only; returns false for `return fail(…)`. */
bool fail(struct fault *fault, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* options.c */

enum { MAXIMUM_PATHS = 64, MAXIMUM_ENVIRONMENT = 48 };

struct options {
    enum launcher_isolation isolation;
    unsigned slot;
    bool has_processor;
    unsigned processor; /* the n-th of those this process may use, counted round; only where has_processor */
    const char *control_group; /* name of this slot's groups */
    const char *work_folder;   /* for the levels without a private root */
    const char *read_only[MAXIMUM_PATHS];
    size_t read_only_count;
    const char *harness_files[MAXIMUM_PATHS];
    size_t harness_file_count;
    /* Large files of the harness, shown instead of copied: NAME=PATH. */
    const char *harness_binds[MAXIMUM_PATHS];
    size_t harness_bind_count;
    /* Symbolic links of the root: /lib=usr/lib. */
    const char *links[MAXIMUM_PATHS];
    size_t link_count;
    char *environment[MAXIMUM_ENVIRONMENT + 1];
    size_t environment_count;
    bool mounts_proc;
    char **zygote_command; /* NULL where the slot has none */
};

bool parse_options(struct options *options, int count, char **arguments, struct fault *fault);

/* descriptors.c */

bool read_all(int descriptor, void *bytes, size_t size);
bool write_all(int descriptor, const void *bytes, size_t size);
bool send_with_descriptors(int socket, const struct iovec *parts, size_t part_count, const int *descriptors,
    size_t descriptor_count);
/* Reads exactly `size` bytes; a descriptor that came with them is stored, else -1. */
bool receive_with_descriptor(int socket, void *bytes, size_t size, int *descriptor);
uint64_t monotonic_microseconds(void);

/* control_groups.c: where the machine lets us bound whole process trees */

struct control_groups {
    bool available;
    bool is_unified; /* cgroup v2 */
    int enter[3];    /* the groups' lists of processes */
    size_t count;
    int memory_limit;
    int memory_usage;
    int memory_peak; /* -1 where the kernel has none */
    int memory_events;
    int processes_limit;
    int processes_events;
    int cpu;
    char folders[3][512]; /* to be removed when the slot ends */
    uint64_t memory_limit_set;
    uint64_t processes_limit_set;
};

/* Makes the slot's groups and opens their files; needs the host's view of the file system. */
bool make_control_groups(struct control_groups *groups, const char *name, struct fault *fault);
/* Moves the calling process, and so all its later children, into them. */
bool enter_control_groups(const struct control_groups *groups, struct fault *fault);
/* In the keeper, which never enters them, once everybody has left. */
void remove_control_groups(const struct control_groups *groups);

struct control_group_reading {
    uint64_t cpu_microseconds;
    uint64_t memory_bytes;
    uint64_t out_of_memory_kills;
    uint64_t process_refusals;
};

bool bound_control_groups(struct control_groups *groups, uint64_t memory_bytes, uint32_t processes,
    struct fault *fault);
struct control_group_reading read_control_groups(const struct control_groups *groups);
uint64_t control_group_cpu_microseconds(const struct control_groups *groups);
void reset_memory_peak(const struct control_groups *groups);
uint64_t read_memory_peak(const struct control_groups *groups);

/* root.c: the private root of a slot */

/* Files of the harness, read before the host's root goes away. */
struct harness_file {
    char name[LAUNCHER_MAXIMUM_NAME];
    char *content;
    size_t size;
    mode_t mode;
};

struct harness_files {
    struct harness_file files[MAXIMUM_PATHS];
    size_t count;
};

bool load_harness_files(struct harness_files *files, const struct options *options, struct fault *fault);
bool write_harness_files(const struct harness_files *files, const char *folder, struct fault *fault);
/* Replaces the process's root by a read-only one that holds the tool chain and the harness's files. */
bool enter_private_root(const struct options *options, const struct harness_files *files, struct fault *fault);

/* filter.c: the system calls a candidate may make */

struct system_call_filter {
    unsigned char instructions[CONFINEMENT_MAXIMUM_FILTER * 8];
    uint32_t length;
};

bool build_filter(struct system_call_filter *filter, enum launcher_isolation isolation, struct fault *fault);

/* slot.c: what is set up once */

/* The confined process that forks a box's warm programs, see template.c. */
struct template {
    int socket; /* -1 where the box has none */
    int status; /* pipe for its one struct confinement_status, until that has been read; else -1 */
    struct confinement_status confined;
    struct launcher_limits limits;
    uint32_t flags; /* of the request it was made for */
    unsigned jobs;
};

/* A box as box.c makes it. */
struct box {
    pid_t init;
    int init_descriptor; /* pidfd */
    int control;         /* the init's end of life hangs on it */
    int events;          /* struct guest_event from the init; cold starts only */
    int folder;          /* its working folder, once it has been looked at; else -1 */
    uint64_t room;       /* bytes that fit in it */
    uint32_t flags;      /* of the request it was made for */
    struct template template;
    bool is_folder;      /* the levels without namespaces: the box is a folder to empty */
};

struct slot {
    const struct options *options;
    struct control_groups groups;
    struct confinement_policy policy;
    struct system_call_filter filter;
    char harness_folder[256];
    int null_device;
    int proc_folder;   /* the host's; no candidate ever holds it */
    int zygote_socket; /* -1 where there is no zygote */
    pid_t zygote;
    struct box resting; /* as new, for the next warm start; its init is -1 where there is none */
};

/* The keeper's end of the conversation during set-up. */
struct keeper_link {
    int to_keeper;
    int from_keeper;
};

bool prepare_slot(struct slot *slot, const struct keeper_link *keeper, struct fault *fault);

/* box.c: the process that owns one execution's namespaces */

struct request {
    struct launcher_request header;
    char *payload;
    char *arguments[LAUNCHER_MAXIMUM_ARGUMENTS + 1];
    struct {
        char name[LAUNCHER_MAXIMUM_NAME + 1];
        const char *content;
        size_t size;
        bool is_executable;
    } files[LAUNCHER_MAXIMUM_FILES];
    const char *calls;
    size_t calls_size;
    int channel;
};

/* request.c: reads the payload behind the header; `strings` has room for all of it and a NUL per argument. */
bool parse_payload(struct request *request, char *strings);

/* What a cold start needs; NULL for a warm one. */
struct cold_start {
    char **command;
    char **environment;
    const int *descriptors;
    int status;
};

bool open_box(struct box *box, const struct slot *slot, const struct request *request,
    const struct cold_start *cold, struct fault *fault);
/* Kills what is left, waits for the init, and adds up what it had to reap. */
uint64_t close_box(struct box *box, const struct slot *slot);
/* Bytes that a box for this request must have room for. */
uint64_t box_room(const struct request *request);
bool write_box_files(const struct request *request, int folder, struct fault *fault);

/* template.c: warm starts */

bool start_zygote(struct slot *slot, struct fault *fault);
void stop_zygote(struct slot *slot);
/* Whether the box has a template that confines as this request asks. */
bool has_template_for(const struct box *box, const struct request *request);
/* Lets the zygote fork one, which confines itself while this returns; ends the one that the box has. */
bool start_template(struct box *box, struct slot *slot, const struct request *request, struct fault *fault);
/* Tells the template what to fork; false with errno where it does not live any more, or the arguments are too long. */
bool send_job(struct box *box, const struct request *request, const int *descriptors);
void end_template(struct box *box);

/* reuse.c: a box serves again where its last program changed nothing in it */

/* In the init, when the launcher asks: whether nobody and nothing is left in its namespaces. */
bool is_untouched_inside(int pid_counter);
/* In the init, once: what is_untouched_inside needs; -1 where this machine does not allow it. */
int open_pid_counter(int proc_folder);
/* Takes the box that rests, where it fits, and writes the request's files into it. */
bool wake_box(struct box *box, struct slot *slot, const struct request *request);
/* Keeps a warm box for the next execution where it is as new; false where it has to be closed. */
bool rest_box(struct box *box, struct slot *slot, const struct request *request);
/* Closes the box that rests, if any. */
void discard_resting_box(struct slot *slot);

/* execution.c */

/* Serves requests until the harness closes the socket. */
int serve(struct slot *slot, int control);

/* probe.c: what doctor and the pool run inside a box to see whether it holds */

int run_probe(const char *name, const char *level);

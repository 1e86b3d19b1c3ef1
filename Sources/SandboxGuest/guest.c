#define _GNU_SOURCE
#include "guest.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confinement.h"

enum {
    /* The launcher puts these there before it executes the zygote. */
    GUEST_SOCKET = 3,
    GUEST_PROC_FOLDER = 4,
    /* Where a template has its own socket, and nothing on the other four: the number of a program's channel. */
    GUEST_JOBS = CONFINEMENT_CALLS,
    GUEST_ARGUMENT_SPACE = 65536,
    FILTER_INSTRUCTION_SIZE = 8,
    MAXIMUM_DESCRIPTORS = 8,
};

/* The descriptors that come with a box, in their order. */
enum box_descriptor { BOX_INIT, BOX_SOCKET, BOX_STATUS, BOX_DESCRIPTORS };

/* A zygote serves one slot, a template one box, one job at a time: the state is the process's own. */
static struct {
    bool has_policy;
    struct confinement_policy policy;
    unsigned char filter[CONFINEMENT_MAXIMUM_FILTER * FILTER_INSTRUCTION_SIZE];
    struct guest_box box;
    int box_descriptors[BOX_DESCRIPTORS];
    struct guest_job job;
    char arguments[GUEST_ARGUMENT_SPACE];
    int descriptors[CONFINEMENT_DESCRIPTOR_COUNT];
} guest;

/* Receives one message and exactly `wanted` descriptors; returns its size, or -1. */
static ssize_t receive(int socket, struct iovec *parts, size_t part_count, int *descriptors, size_t wanted)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(MAXIMUM_DESCRIPTORS * sizeof(int))];
    } control;
    struct msghdr message = {
        .msg_iov = parts,
        .msg_iovlen = part_count,
        .msg_control = control.space,
        .msg_controllen = sizeof control.space,
    };
    ssize_t size;
    do {
        size = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    if (size <= 0 || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) return -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    bool has_rights = header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS;
    size_t count = has_rights ? (header->cmsg_len - CMSG_LEN(0)) / sizeof(int) : 0;
    if (count != wanted) return -1;
    if (count > 0) memcpy(descriptors, CMSG_DATA(header), count * sizeof(int));
    return size;
}

static int send_event(int socket, const struct guest_event *event)
{
    return send(socket, event, sizeof *event, MSG_NOSIGNAL) == (ssize_t)sizeof *event ? 0 : -1;
}

/*
 * A template that has ended must not be counted among a program's processes. Awaited, not ignored: the kernel adds
 * up the CPU time only of those that somebody awaits.
 */
static void reap(int signal_number)
{
    (void)signal_number;
    int error = errno;
    while (waitpid(-1, NULL, WNOHANG) > 0) {}
    errno = error;
}

/* Takes the slot's policy, once, and says that the interpreter is ready. */
static int take_policy(void)
{
    struct iovec parts[] = {
        { .iov_base = &guest.policy, .iov_len = sizeof guest.policy },
        { .iov_base = guest.filter, .iov_len = sizeof guest.filter },
    };
    ssize_t size = receive(GUEST_SOCKET, parts, 2, NULL, 0);
    if (size < (ssize_t)sizeof guest.policy) return -1;
    size_t filter_size = (size_t)size - sizeof guest.policy;
    if (filter_size != (size_t)guest.policy.filter_length * FILTER_INSTRUCTION_SIZE) return -1;
    guest.has_policy = true;
    if (signal(SIGCHLD, reap) == SIG_ERR) return -1;
    struct guest_event ready = { .kind = GUEST_READY };
    return send_event(GUEST_SOCKET, &ready);
}

static void close_all(const int *descriptors, size_t count)
{
    for (size_t index = 0; index < count; index++) close(descriptors[index]);
}

int guest_await_box(void)
{
    if (!guest.has_policy && take_policy() < 0) return -1;
    struct iovec part = { .iov_base = &guest.box, .iov_len = sizeof guest.box };
    ssize_t size = receive(GUEST_SOCKET, &part, 1, guest.box_descriptors, BOX_DESCRIPTORS);
    if (size != (ssize_t)sizeof guest.box) return -1;
    /* The last box's template has no job left, or the launcher would not ask; this awaits its very end. */
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR) {}
    return 0;
}

int guest_hand_over(int process)
{
    struct guest_event failed = { .kind = GUEST_FAILED, .error = EAGAIN };
    int result = process < 0 ? send_event(guest.box_descriptors[BOX_SOCKET], &failed) : 0;
    close_all(guest.box_descriptors, BOX_DESCRIPTORS);
    return result;
}

int guest_enter_box(void)
{
    struct confinement_handles handles = {
        .init = guest.box_descriptors[BOX_INIT],
        .descriptors = { STDIN_FILENO, STDIN_FILENO, STDIN_FILENO, guest.box_descriptors[BOX_SOCKET], STDIN_FILENO },
        .status = guest.box_descriptors[BOX_STATUS],
        .proc_folder = GUEST_PROC_FOLDER,
    };
    signal(SIGCHLD, SIG_DFL);
    /* The whole descriptor table but 0 to 4 is closed in there, the launcher's socket with it. */
    confinement_enter(&guest.policy, guest.filter, &guest.box.job, &handles);
    close(CONFINEMENT_STATUS);
    return 0;
}

int guest_receive(void)
{
    struct iovec parts[] = {
        { .iov_base = &guest.job, .iov_len = sizeof guest.job },
        { .iov_base = guest.arguments, .iov_len = sizeof guest.arguments - 1 },
    };
    ssize_t size = receive(GUEST_JOBS, parts, 2, guest.descriptors, CONFINEMENT_DESCRIPTOR_COUNT);
    if (size < (ssize_t)sizeof guest.job || (size_t)size != sizeof guest.job + guest.job.argument_bytes) return -1;
    guest.arguments[guest.job.argument_bytes] = '\0';
    return (int)guest.job.argument_count;
}

const char *guest_argument(int index)
{
    if (index < 0 || (uint32_t)index >= guest.job.argument_count) return NULL;
    const char *argument = guest.arguments;
    const char *end = guest.arguments + guest.job.argument_bytes;
    while (index-- > 0 && argument < end) argument += strlen(argument) + 1;
    return argument < end ? argument : NULL;
}

int guest_begin(void)
{
    /* What a fork does not inherit, then what is this job's own; all else the template had from its confinement. */
    bool is_ready = prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && setsid() >= 0;
    for (int target = 0; is_ready && target < CONFINEMENT_DESCRIPTOR_COUNT; target++) {
        is_ready = dup2(guest.descriptors[target], target) == target;
    }
    is_ready = is_ready && syscall(SYS_close_range, CONFINEMENT_DESCRIPTOR_COUNT, ~0U, 0) == 0;
    if (!is_ready) _exit(125);
    return 0;
}

int guest_supervise(int process)
{
    close_all(guest.descriptors, CONFINEMENT_DESCRIPTOR_COUNT);
    struct guest_event event = { .kind = GUEST_STARTED, .process = process };
    if (process < 0) {
        event.kind = GUEST_FAILED;
        event.error = EAGAIN;
        return send_event(GUEST_JOBS, &event);
    }
    /* Where control groups count, nobody needs to know the process: one message less that wakes the launcher. */
    if (guest.policy.isolation != LAUNCHER_ISOLATION_FULL && send_event(GUEST_JOBS, &event) < 0) return -1;
    struct rusage usage;
    int status;
    pid_t ended;
    do {
        ended = wait4(process, &status, 0, &usage);
    } while (ended < 0 && errno == EINTR);
    event.kind = ended < 0 ? GUEST_FAILED : GUEST_ENDED;
    if (ended < 0) {
        event.error = errno;
    } else {
        event.wait_status = status;
        event.cpu_microseconds = confinement_cpu_microseconds(&usage);
        event.peak_memory_bytes = (uint64_t)usage.ru_maxrss * 1024;
    }
    return send_event(GUEST_JOBS, &event);
}

#define _GNU_SOURCE
#include "guest.h"

#include <errno.h>
#include <sched.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confinement.h"

enum {
    /* The launcher puts these there before it executes the zygote. */
    GUEST_SOCKET = 3,
    GUEST_PROC_FOLDER = 4,
    GUEST_ARGUMENT_SPACE = 65536,
    FILTER_INSTRUCTION_SIZE = 8,
};

/* One zygote serves one slot, one job at a time: the state is the process's own. */
static struct {
    bool has_policy;
    struct confinement_policy policy;
    unsigned char filter[CONFINEMENT_MAXIMUM_FILTER * FILTER_INSTRUCTION_SIZE];
    struct guest_job job;
    char arguments[GUEST_ARGUMENT_SPACE];
    struct confinement_handles handles;
} guest;

static ssize_t receive(struct iovec *parts, size_t part_count, int *descriptors, size_t *descriptor_count)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(8 * sizeof(int))];
    } control;
    struct msghdr message = {
        .msg_iov = parts,
        .msg_iovlen = part_count,
        .msg_control = control.space,
        .msg_controllen = sizeof control.space,
    };
    ssize_t size;
    do {
        size = recvmsg(GUEST_SOCKET, &message, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    size_t count = 0;
    if (size > 0) {
        for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header != NULL;
             header = CMSG_NXTHDR(&message, header)) {
            if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
            count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            memcpy(descriptors, CMSG_DATA(header), count * sizeof(int));
        }
    }
    *descriptor_count = count;
    return size;
}

static int send_event(const struct guest_event *event)
{
    return send(GUEST_SOCKET, event, sizeof *event, MSG_NOSIGNAL) == (ssize_t)sizeof *event ? 0 : -1;
}

/* Takes the slot's policy, once, and says that the interpreter is ready. */
static int take_policy(void)
{
    struct iovec parts[] = {
        { .iov_base = &guest.policy, .iov_len = sizeof guest.policy },
        { .iov_base = guest.filter, .iov_len = sizeof guest.filter },
    };
    int descriptors[8];
    size_t descriptor_count;
    ssize_t size = receive(parts, 2, descriptors, &descriptor_count);
    if (size < (ssize_t)sizeof guest.policy) return -1;
    size_t filter_size = (size_t)size - sizeof guest.policy;
    if (filter_size != (size_t)guest.policy.filter_length * FILTER_INSTRUCTION_SIZE) return -1;
    guest.has_policy = true;
    struct guest_event ready = { .kind = GUEST_READY };
    return send_event(&ready);
}

static void close_job(void)
{
    if (guest.handles.init >= 0) close(guest.handles.init);
    for (int index = 0; index < CONFINEMENT_DESCRIPTOR_COUNT; index++) close(guest.handles.descriptors[index]);
    close(guest.handles.status);
}

int guest_receive(void)
{
    if (!guest.has_policy && take_policy() < 0) return -1;
    struct iovec parts[] = {
        { .iov_base = &guest.job, .iov_len = sizeof guest.job },
        { .iov_base = guest.arguments, .iov_len = sizeof guest.arguments - 1 },
    };
    int received[8];
    size_t count;
    ssize_t size = receive(parts, 2, received, &count);
    if (size < (ssize_t)sizeof guest.job) return -1;
    size_t expected = CONFINEMENT_DESCRIPTOR_COUNT + 1 + (guest.job.has_init ? 1 : 0);
    if (count != expected || (size_t)size != sizeof guest.job + guest.job.argument_bytes) return -1;
    guest.arguments[guest.job.argument_bytes] = '\0';
    const int *next = received;
    guest.handles.init = guest.job.has_init ? *next++ : -1;
    for (int index = 0; index < CONFINEMENT_DESCRIPTOR_COUNT; index++) guest.handles.descriptors[index] = *next++;
    guest.handles.status = *next;
    /* Children of this process now start inside the box; the process itself stays outside. */
    if (guest.handles.init >= 0 && setns(guest.handles.init, CLONE_NEWPID) < 0) {
        struct guest_event failed = { .kind = GUEST_FAILED, .error = errno };
        close_job();
        return send_event(&failed) < 0 ? -1 : guest_receive();
    }
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

int guest_confine(void)
{
    /* The whole descriptor table but 0 to 4 is closed in there, the launcher's socket with it. */
    guest.handles.proc_folder = GUEST_PROC_FOLDER;
    confinement_enter(&guest.policy, guest.filter, &guest.job.job, &guest.handles);
    close(CONFINEMENT_STATUS);
    return 0;
}

int guest_supervise(int process)
{
    close_job();
    struct guest_event event = { .kind = GUEST_STARTED, .process = process };
    if (process < 0) {
        event.kind = GUEST_FAILED;
        event.error = EAGAIN;
        return send_event(&event);
    }
    /* Where control groups count, nobody needs to know the process: one message less that wakes the launcher. */
    if (guest.policy.isolation != LAUNCHER_ISOLATION_FULL && send_event(&event) < 0) return -1;
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
    return send_event(&event);
}

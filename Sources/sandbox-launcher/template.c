/*
 * Warm starts. The slot's zygote, a ready interpreter outside all boxes, forks one template per box. The template
 * joins the box and confines itself as strictly as a cold program, once, and then forks the box's programs: they
 * inherit every fence from it, filter and Landlock domain included, and cost little more than a fork.
 *
 * The template is outside the box's process ids, so no program can see or signal it; it holds none of a program's
 * descriptors once it has forked; and it ends with its box, or after MAXIMUM_JOBS, because its own work counts
 * against the CPU limit that it hands on.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ZYGOTE_SOCKET = 3,
    ZYGOTE_PROC_FOLDER = 4,
    ZYGOTE_START_MILLISECONDS = 30000,
    MAXIMUM_JOBS = 128,
};

static _Noreturn void execute_zygote(const struct slot *slot, int socket)
{
    signal(SIGPIPE, SIG_DFL);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) _exit(126);
    if (dup2(slot->null_device, 0) < 0 || dup2(slot->null_device, 1) < 0) _exit(126);
    /* Lifted first: either may have the other's number. */
    int lifted_socket = fcntl(socket, F_DUPFD_CLOEXEC, 16);
    int lifted_proc = fcntl(slot->proc_folder, F_DUPFD_CLOEXEC, 16);
    if (lifted_socket < 0 || lifted_proc < 0) _exit(126);
    if (dup2(lifted_socket, ZYGOTE_SOCKET) < 0 || dup2(lifted_proc, ZYGOTE_PROC_FOLDER) < 0) _exit(126);
    if (syscall(SYS_close_range, ZYGOTE_PROC_FOLDER + 1, ~0U, 0) < 0) _exit(126);
    execve(slot->options->zygote_command[0], slot->options->zygote_command,
        (char *const *)slot->options->environment);
    _exit(127);
}

bool start_zygote(struct slot *slot, struct fault *fault)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) return fail(fault, "socketpair zygote");
    pid_t zygote = fork();
    if (zygote < 0) return fail(fault, "fork zygote");
    if (zygote == 0) execute_zygote(slot, pair[1]);
    close(pair[1]);
    slot->zygote = zygote;
    slot->zygote_socket = pair[0];
    struct iovec parts[] = {
        { .iov_base = &slot->policy, .iov_len = sizeof slot->policy },
        { .iov_base = slot->filter.instructions, .iov_len = (size_t)slot->filter.length * 8 },
    };
    struct guest_event ready = { 0 };
    bool is_ready = send_with_descriptors(slot->zygote_socket, parts, 2, NULL, 0);
    struct pollfd waiting = { .fd = slot->zygote_socket, .events = POLLIN };
    is_ready = is_ready && poll(&waiting, 1, ZYGOTE_START_MILLISECONDS) == 1
        && recv(slot->zygote_socket, &ready, sizeof ready, 0) == (ssize_t)sizeof ready
        && ready.kind == GUEST_READY;
    if (is_ready) return true;
    stop_zygote(slot);
    errno = ECHILD;
    return fail(fault, "start the zygote %s", slot->options->zygote_command[0]);
}

void stop_zygote(struct slot *slot)
{
    if (slot->zygote_socket < 0) return;
    close(slot->zygote_socket);
    slot->zygote_socket = -1;
    kill(slot->zygote, SIGKILL);
    while (waitpid(slot->zygote, NULL, 0) < 0 && errno == EINTR) {}
}

static bool shapes_alike(uint32_t one, uint32_t other)
{
    return ((one ^ other) & LAUNCHER_REQUEST_ADDRESS_SPACE) == 0;
}

bool has_template_for(const struct box *box, const struct request *request)
{
    const struct template *template = &box->template;
    return template->socket >= 0 && template->jobs < MAXIMUM_JOBS && shapes_alike(template->flags, request->header.flags)
        && memcmp(&template->limits, &request->header.limits, sizeof template->limits) == 0;
}

/* Hands the box and the template's ends of its socket and status pipe to the zygote; starts that anew where needed. */
static bool send_box(struct slot *slot, const struct guest_box *message, const int *descriptors, struct fault *fault)
{
    struct iovec part = { .iov_base = (void *)message, .iov_len = sizeof *message };
    if (slot->zygote_socket < 0 && !start_zygote(slot, fault)) return false;
    if (send_with_descriptors(slot->zygote_socket, &part, 1, descriptors, 3)) return true;
    /* It has died since its last box; a new one has lost nothing, because a zygote holds nothing. */
    stop_zygote(slot);
    if (!start_zygote(slot, fault)) return false;
    if (send_with_descriptors(slot->zygote_socket, &part, 1, descriptors, 3)) return true;
    fail(fault, "send the box to the zygote");
    stop_zygote(slot);
    return false;
}

bool start_template(struct box *box, struct slot *slot, const struct request *request, struct fault *fault)
{
    end_template(box);
    int pair[2], status[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) return fail(fault, "socketpair template");
    if (pipe2(status, O_CLOEXEC) < 0) {
        close(pair[0]);
        close(pair[1]);
        return fail(fault, "pipe");
    }
    struct guest_box message = {
        .job = { .limits = request->header.limits, .flags = request->header.flags },
    };
    /* It is one of the processes that the kernel counts for the programs' user. */
    message.job.limits.processes++;
    int passed[] = { box->init_descriptor, pair[1], status[1] };
    bool is_sent = send_box(slot, &message, passed, fault);
    close(pair[1]);
    close(status[1]);
    box->template = (struct template) {
        .socket = pair[0],
        .status = status[0],
        .limits = request->header.limits,
        .flags = request->header.flags,
    };
    if (!is_sent) end_template(box);
    return is_sent;
}

bool send_job(struct box *box, const struct request *request, const int *descriptors)
{
    char arguments[8192];
    size_t size = 0;
    struct guest_job job = { .argument_count = request->header.argument_count };
    for (uint32_t index = 0; index < job.argument_count; index++) {
        size_t length = strlen(request->arguments[index]) + 1;
        if (size + length > sizeof arguments) {
            errno = E2BIG;
            return false;
        }
        memcpy(arguments + size, request->arguments[index], length);
        size += length;
    }
    job.argument_bytes = (uint32_t)size;
    struct iovec parts[] = {
        { .iov_base = &job, .iov_len = sizeof job },
        { .iov_base = arguments, .iov_len = size },
    };
    box->template.jobs++;
    return send_with_descriptors(box->template.socket, parts, 2, descriptors, CONFINEMENT_DESCRIPTOR_COUNT);
}

void end_template(struct box *box)
{
    if (box->template.socket >= 0) close(box->template.socket);
    if (box->template.status >= 0) close(box->template.status);
    box->template.socket = box->template.status = -1;
}

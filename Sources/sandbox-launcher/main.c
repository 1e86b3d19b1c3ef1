/*
 * sandbox-launcher: runs untrusted programs, one at a time, each in a box of its own.
 *
 * Theory of operation. Per slot of the pool there are:
 *
 *   keeper     started by the harness. Keeps the rights the harness has, and uses them for three things:
 *              it makes the slot's control groups, maps the slot's user ids, and removes the groups when
 *              everything else is gone. It never meets a candidate's byte.
 *   launcher   child of the keeper. Enters the control groups and the slot's namespaces (user, mount, net,
 *              ipc, uts, cgroup), builds the private root, and gives up every right outside. Talks to the
 *              harness over the socket that was standard input, draws the clocks, drains the pipes.
 *   zygote     child of the launcher, optional: a ready interpreter, forked once per box for warm starts.
 *   template   child of the zygote: confined in its box for good, forked per warm start (SandboxGuest).
 *   init       child of the launcher, one per execution: owns the box (pid, mount and ipc namespaces).
 *   candidate  the program. A child of the template (warm) or of the init (cold), never pid 1, confined by
 *              the same code either way (SandboxConfinement), with descriptors 0 to 4 and no others.
 *
 * Who ends whom: when the harness closes the socket or dies, the launcher stops what runs and exits. When
 * the launcher dies, however, zygote and init are killed by the kernel (parent-death signal), an init takes
 * its whole namespace with it, and the keeper, which outlives them, removes the control groups.
 *
 * As root the slot's users are 61000 + 2n and the next; as an ordinary user the slot's one id is the
 * user's own. Levels without namespaces (fence, none) use a work folder in place of a private root.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FIRST_SLOT_USER = 61000 };

static bool write_map(pid_t process, const char *name, unsigned first)
{
    char path[64], map[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)process, name);
    int size = snprintf(map, sizeof map, "0 %u 2\n", first);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return false;
    bool is_written = write_all(file, map, (size_t)size);
    close(file);
    return is_written;
}

/* Answers the launcher's one request, where it makes it, and then waits for its end. */
static int keep(pid_t launcher, const struct options *options, const struct control_groups *groups, int requests,
    int replies)
{
    char request;
    if (read_all(requests, &request, 1) && request == 'm') {
        unsigned first = FIRST_SLOT_USER + 2 * options->slot;
        bool is_mapped = write_map(launcher, "gid_map", first) && write_map(launcher, "uid_map", first);
        char reply = is_mapped ? 'm' : 'x';
        if (!write_all(replies, &reply, 1)) fprintf(stderr, "sandbox-launcher: cannot answer the launcher: %m\n");
    }
    /* A launcher that waits for an answer which cannot come must see the end of the pipe. */
    close(requests);
    close(replies);
    int status = 0;
    while (waitpid(launcher, &status, 0) < 0 && errno == EINTR) {}
    if (groups->available) remove_control_groups(groups);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static int run_launcher(const struct options *options, const struct control_groups *groups,
    const struct keeper_link *keeper, const struct fault *earlier)
{
    struct slot slot = { .options = options, .groups = *groups, .zygote_socket = -1 };
    struct fault fault = *earlier;
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    signal(SIGPIPE, SIG_IGN);
    bool is_ready = fault.error == 0 && prepare_slot(&slot, keeper, &fault);
    is_ready = is_ready && (options->zygote_command == NULL || start_zygote(&slot, &fault));
    close(keeper->to_keeper);
    close(keeper->from_keeper);
    struct launcher_hello hello = {
        .magic = LAUNCHER_MAGIC,
        .error = fault.error,
        .isolation = (uint32_t)options->isolation,
        .has_zygote = slot.zygote_socket >= 0,
    };
    memcpy(hello.step, fault.step, sizeof hello.step);
    if (!write_all(STDIN_FILENO, &hello, sizeof hello) || !is_ready) return 1;
    int result = serve(&slot, STDIN_FILENO);
    stop_zygote(&slot);
    return result;
}

/* Threads of the harness block signals, and it ignores some itself: a candidate must find what any program does. */
static void take_signals_as_any_program_does(void)
{
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

int main(int count, char **arguments)
{
    struct options options;
    struct fault fault = { 0 };
    struct control_groups groups = { 0 };
    if (count == 4 && strcmp(arguments[1], "--probe") == 0) return run_probe(arguments[2], arguments[3]);
    take_signals_as_any_program_does();
    if (!parse_options(&options, count, arguments, &fault)) {
        fprintf(stderr, "sandbox-launcher: %s: %s\n", fault.step, strerror(fault.error));
        return 64;
    }
    if (options.isolation == LAUNCHER_ISOLATION_FULL) {
        errno = EINVAL;
        if (options.control_group == NULL) {
            fail(&fault, "option --control-group (needed for --isolation full)");
        } else {
            make_control_groups(&groups, options.control_group, &fault);
        }
    }
    int requests[2], replies[2];
    if (pipe2(requests, O_CLOEXEC) < 0 || pipe2(replies, O_CLOEXEC) < 0) {
        fprintf(stderr, "sandbox-launcher: pipe: %m\n");
        return 71;
    }
    pid_t launcher = fork();
    if (launcher < 0) {
        fprintf(stderr, "sandbox-launcher: fork: %m\n");
        if (groups.available) remove_control_groups(&groups);
        return 71;
    }
    if (launcher == 0) {
        close(requests[0]);
        close(replies[1]);
        struct keeper_link keeper = { .to_keeper = requests[1], .from_keeper = replies[0] };
        _exit(run_launcher(&options, &groups, &keeper, &fault));
    }
    /* The harness must see the end of the socket when the launcher ends, so the keeper holds no copy. */
    close(STDIN_FILENO);
    close(requests[1]);
    close(replies[0]);
    /* An interrupt is for the harness to handle; the keeper stays until the launcher is gone. */
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    return keep(launcher, &options, &groups, requests[0], replies[1]);
}

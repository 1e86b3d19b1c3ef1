/*
 * Fault injection by ptrace, which works on a static program: every process of the launcher stops at every system
 * call until it becomes another program; the chosen call gets a number that does not exist and the result EIO.
 */
#define _GNU_SOURCE
#include "check.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* glibc's header lacks what the kernel's has, and the two do not go together. */
#define PTRACE_GET_SYSCALL_INFO_NUMBER 0x420e

struct system_call_information {
    uint8_t operation; /* 1 at the entry, 2 at the exit */
    uint8_t padding[3];
    uint32_t architecture;
    uint64_t instruction, stack;
    uint64_t number; /* at the entry */
    uint64_t arguments[6];
};

enum { MAXIMUM_PROCESSES = 64, PATIENCE_SECONDS = 20 };

struct tracing {
    unsigned long wanted; /* the call that fails */
    unsigned long calls;
    uint64_t failed_number;
    pid_t failed_process; /* in the middle of the call that fails; else 0 */
    pid_t failed_in;
    pid_t keeper;
    pid_t traced[MAXIMUM_PROCESSES];
    size_t traced_count;
    pid_t launched[MAXIMUM_PROCESSES * 4]; /* every process there ever was */
    size_t launched_count;
};

static volatile sig_atomic_t is_late;

static void be_late(int number)
{
    (void)number;
    is_late = 1;
}

static void remember(struct tracing *self, pid_t process)
{
    for (size_t index = 0; index < self->traced_count; index++) {
        if (self->traced[index] == process) return;
    }
    if (self->traced_count < MAXIMUM_PROCESSES) self->traced[self->traced_count++] = process;
    if (self->launched_count < MAXIMUM_PROCESSES * 4) self->launched[self->launched_count++] = process;
}

static void forget(struct tracing *self, pid_t process)
{
    for (size_t index = 0; index < self->traced_count; index++) {
        if (self->traced[index] == process) self->traced[index--] = self->traced[--self->traced_count];
    }
}

/* Calls that cannot fail, or whose failure would be this program's: ends, and returns from signals. */
static bool is_spared(uint64_t number)
{
    return number == SYS_exit || number == SYS_exit_group || number == SYS_rt_sigreturn || number == SYS_restart_syscall;
}

static void at_system_call(struct tracing *self, pid_t process)
{
#ifdef __x86_64__
    struct system_call_information information = { 0 };
    if (ptrace(PTRACE_GET_SYSCALL_INFO_NUMBER, process, sizeof information, &information) <= 0) return;
    struct user_regs_struct registers;
    if (information.operation == 1) {
        if (is_spared(information.number) || ++self->calls != self->wanted) return;
        if (ptrace(PTRACE_GETREGS, process, 0, &registers) < 0) return;
        registers.orig_rax = (unsigned long long)-1;
        /* Linux closes a descriptor even where close() fails: only the answer is another. */
        if (information.number != SYS_close && ptrace(PTRACE_SETREGS, process, 0, &registers) < 0) return;
        self->failed_number = information.number;
        self->failed_process = self->failed_in = process;
    } else if (information.operation == 2 && self->failed_process == process) {
        self->failed_process = 0;
        if (ptrace(PTRACE_GETREGS, process, 0, &registers) < 0) return;
        registers.rax = (unsigned long long)-EIO;
        ptrace(PTRACE_SETREGS, process, 0, &registers);
    }
#else
    (void)self;
    (void)process;
#endif
}

/* Lets the launcher and its children run until all have ended; false where that takes too long. */
static bool trace(struct tracing *self, pid_t client)
{
    while (self->traced_count > 0) {
        int status;
        pid_t process = waitpid(-1, &status, __WALL);
        if (process < 0) {
            if (errno == EINTR && is_late) return false;
            if (errno == ECHILD) return true;
            continue;
        }
        if (process == client) continue;
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            forget(self, process);
            continue;
        }
        remember(self, process);
        int event = status >> 16;
        long deliver = 0;
        if (WSTOPSIG(status) == (SIGTRAP | 0x80)) {
            at_system_call(self, process);
        } else if (event == PTRACE_EVENT_EXEC && process != self->keeper) {
            /* From here on it is another program: a candidate, whose calls are its own. */
            forget(self, process);
            ptrace(PTRACE_DETACH, process, 0, 0);
            continue;
        } else if (event == 0 && WSTOPSIG(status) != SIGSTOP && WSTOPSIG(status) != SIGTRAP) {
            deliver = WSTOPSIG(status);
        }
        ptrace(PTRACE_SYSCALL, process, 0, deliver);
    }
    return true;
}

static _Noreturn void launch(const struct fault_plan *plan, int socket)
{
    char harness[600], name[64];
    snprintf(harness, sizeof harness, "%s", plan->launcher);
    /* A harness that is dead already: what a launcher had to leave, the next one removes. */
    snprintf(name, sizeof name, "evalharness-%d-1", 0x3ffffff);
    dup2(socket, STDIN_FILENO);
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    char *const environment[] = { NULL };
    char *const arguments[] = { harness, "--isolation", (char *)plan->level, "--slot", "200", "--control-group", name,
        "--work-folder", (char *)plan->folder, "--harness-file", harness, NULL };
    execve(harness, arguments, environment);
    _exit(127);
}

static bool has_gone(const struct tracing *self)
{
    for (int attempt = 0; attempt < 200; attempt++) {
        bool is_there = false;
        for (size_t index = 0; index < self->launched_count; index++) {
            if (kill(self->launched[index], 0) == 0) is_there = true;
        }
        if (!is_there) return true;
        while (waitpid(-1, NULL, WNOHANG | __WALL) > 0) {}
        nanosleep(&(struct timespec) { .tv_nsec = 10000000 }, NULL);
    }
    return false;
}

/* One start of the launcher in which one call fails; false where something was worse than an error. */
static bool inject(const struct fault_plan *plan, unsigned long wanted, unsigned long *calls)
{
    int sockets[2], words[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) < 0 || pipe(words) < 0) return false;
    fflush(stdout);
    pid_t client = fork();
    if (client == 0) {
        struct conversation result = { .outcome = OUTCOME_GONE };
        close(sockets[1]);
        converse(sockets[0], plan->launcher, plan->level, &result);
        _exit(write(words[1], &result, sizeof result) == (ssize_t)sizeof result ? 0 : 1);
    }
    pid_t keeper = fork();
    if (keeper == 0) launch(plan, sockets[1]);
    close(sockets[0]);
    close(sockets[1]);
    close(words[1]);
    struct tracing self = { .wanted = wanted, .keeper = keeper };
    int status;
    waitpid(keeper, &status, __WALL);
    remember(&self, keeper);
    ptrace(PTRACE_SETOPTIONS, keeper, 0,
        PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC
            | PTRACE_O_EXITKILL);
    is_late = 0;
    alarm(PATIENCE_SECONDS);
    ptrace(PTRACE_SYSCALL, keeper, 0, 0);
    bool is_in_time = trace(&self, client);
    alarm(0);
    struct conversation result = { .outcome = OUTCOME_GONE };
    if (!is_in_time) {
        for (size_t index = 0; index < self.launched_count; index++) kill(self.launched[index], SIGKILL);
        kill(client, SIGKILL);
    }
    if (read(words[0], &result, sizeof result) != (ssize_t)sizeof result) snprintf(result.words, sizeof result.words, "?");
    close(words[0]);
    bool is_gone = has_gone(&self);
    while (waitpid(-1, NULL, __WALL) > 0) {}
    *calls = self.calls;
    bool is_good = is_in_time && is_gone && result.outcome != OUTCOME_BROKEN;
    static const char *const names[] = { "whole", "error", "gone", "BROKEN" };
    printf("%lu\t%s\tcall %llu\t%s\t%s%s%s\n", wanted, self.failed_in == keeper ? "keeper" : "launcher",
        (unsigned long long)self.failed_number, names[result.outcome], result.words, is_in_time ? "" : " HANGS",
        is_gone ? "" : " LEFT A PROCESS");
    return is_good;
}

int inject_faults(const struct fault_plan *plan)
{
#ifndef __x86_64__
    fprintf(stderr, "launcher-check: faults are injected on x86_64 only\n");
    return 69;
#endif
    struct sigaction action = { .sa_handler = be_late };
    sigaction(SIGALRM, &action, NULL);
    unsigned long calls = 0, bad = 0, tried = 0;
    /* First with no fault at all: it has to be whole, and tells how many calls there are. */
    if (!inject(plan, 0, &calls)) return 1;
    unsigned long last = plan->last == 0 || plan->last > calls ? calls : plan->last;
    for (unsigned long wanted = plan->first; wanted <= last; wanted += plan->stride) {
        unsigned long unused;
        tried++;
        if (!inject(plan, wanted, &unused)) bad++;
    }
    printf("%lu calls, %lu of them made to fail, %lu times worse than an error\n", calls, tried, bad);
    return bad == 0 && tried > 0 ? 0 : 1;
}

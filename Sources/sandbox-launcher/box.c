/*
 * A box is what one execution gets: process, mount and IPC namespaces of its own, owned by an init process
 * that mounts the scratch space, writes the program's files, reaps orphans, and takes everything with it
 * when it dies. Mounts vanish with the namespace, so nothing is ever cleaned up by path.
 *
 * Without namespaces the box is a folder, and the init an ordinary process that adopts orphans.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { INIT_END_MILLISECONDS = 3000 };

/* What the init says once, on the events pipe, before anything else. */
struct box_ready {
    uint32_t magic;
    struct fault fault;
};

struct init {
    const struct slot *slot;
    const struct request *request;
    const struct cold_start *cold;
    int control;
    int events;
};

uint64_t box_room(const struct request *request)
{
    /* The harness's own files lie beside what the program may write; in steps, so that a box fits again. */
    const uint64_t step = 1 << 20;
    return request->header.limits.file_bytes + (request->header.payload_size / step + 2) * step;
}

static bool mount_box(const struct init *self, struct fault *fault)
{
    char options[160];
    unsigned user = self->slot->policy.changes_user ? self->slot->policy.user : 0;
    /* One inode is a kilobyte of kernel memory: bounded with the size. */
    unsigned long long size = box_room(self->request);
    snprintf(options, sizeof options, "size=%llu,nr_inodes=8192,mode=0700,uid=%u,gid=%u", size, user, user);
    if (mount("box", "/box", "tmpfs", MS_NOSUID | MS_NODEV, options) < 0) return fail(fault, "mount /box");
    if (self->request->header.flags & LAUNCHER_REQUEST_PROC) {
        if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, "subset=pid") < 0) {
            return fail(fault, "mount /proc");
        }
    } else if (self->slot->options->mounts_proc) {
        /* The host's view that only had to be there: covered. */
        if (mount("none", "/proc", "tmpfs", MS_RDONLY, "size=4k,nr_inodes=2") < 0) return fail(fault, "cover /proc");
    }
    return true;
}

bool write_box_files(const struct request *request, int folder, struct fault *fault)
{
    for (uint32_t index = 0; index < request->header.file_count; index++) {
        const char *name = request->files[index].name;
        int file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
        if (file < 0) return fail(fault, "create %s in the box", name);
        bool is_written = write_all(file, request->files[index].content, request->files[index].size);
        if (is_written && request->files[index].is_executable) is_written = fchmod(file, 0755) == 0;
        if (!is_written) fail(fault, "write %s in the box", name);
        close(file);
        if (!is_written) return false;
    }
    return true;
}

static _Noreturn void execute_command(const struct init *self)
{
    const struct cold_start *cold = self->cold;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    struct confinement_job job = { .limits = self->request->header.limits, .flags = self->request->header.flags };
    struct confinement_handles handles = {
        .init = -1, .status = cold->status, .proc_folder = self->slot->proc_folder
    };
    memcpy(handles.descriptors, cold->descriptors, sizeof handles.descriptors);
    confinement_enter(&self->slot->policy, self->slot->filter.instructions, &job, &handles);
    execve(cold->command[0], cold->command, cold->environment);
    /* A program that cannot be started is the harness's fault; a second report replaces the first. */
    struct confinement_status report = { .magic = LAUNCHER_MAGIC, .error = errno };
    snprintf(report.step, sizeof report.step, "execute %s", cold->command[0]);
    ssize_t written = write(CONFINEMENT_STATUS, &report, sizeof report);
    (void)written;
    _exit(125);
}

/* Kills whatever is left below the init. */
static void kill_all(const struct init *self, pid_t main_child)
{
    if (self->slot->policy.isolation >= LAUNCHER_ISOLATION_NAMESPACES) {
        kill(-1, SIGKILL); /* in this namespace that is everybody but the init */
        return;
    }
    if (main_child > 0) {
        kill(-main_child, SIGKILL);
        kill(main_child, SIGKILL);
    }
    /* Orphans have been adopted by this process: its children are what is left. */
    FILE *children = fopen("/proc/thread-self/children", "re");
    if (children == NULL) return;
    int child;
    while (fscanf(children, "%d", &child) == 1) kill(child, SIGKILL);
    fclose(children);
}

/* Reaps until there is nobody left; reports the end of the main child where it comes by. */
static void reap(const struct init *self, pid_t *main_child, bool waits)
{
    for (;;) {
        int status;
        struct rusage usage;
        pid_t child = wait4(-1, &status, waits ? 0 : WNOHANG, &usage);
        if (child < 0 && errno == EINTR) continue;
        /* Whoever cannot wait would leave the program's end untold: the end of the init tells it. */
        if (child < 0 && errno != ECHILD) _exit(1);
        if (child <= 0) return;
        if (child == *main_child) {
            *main_child = -1;
            struct guest_event event = {
                .kind = GUEST_ENDED,
                .wait_status = status,
                .cpu_microseconds = confinement_cpu_microseconds(&usage),
                .peak_memory_bytes = (uint64_t)usage.ru_maxrss * 1024,
            };
            if (!write_all(self->events, &event, sizeof event)) _exit(1);
        }
        /* New orphans may have arrived while the last ones were reaped. */
        if (waits) kill_all(self, *main_child);
    }
}

static _Noreturn void run_init(const struct init *self, const sigset_t *child_signal)
{
    struct box_ready ready = { .magic = LAUNCHER_MAGIC };
    bool has_namespaces = self->slot->policy.isolation >= LAUNCHER_ISOLATION_NAMESPACES;
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (!has_namespaces) prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    /* A template joins this process's namespaces, which the kernel allows like tracing: dumpable, and rights
       that are no greater than the template's at first. A candidate's are smaller, so it may not. */
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    bool is_built = setsid() >= 0 || fail(&ready.fault, "setsid");
    is_built = is_built && (!has_namespaces || mount_box(self, &ready.fault));
    int folder = is_built ? open(self->slot->policy.box, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
    if (is_built && folder < 0) is_built = fail(&ready.fault, "open the box");
    is_built = is_built && write_box_files(self->request, folder, &ready.fault);
    if (folder >= 0) close(folder);
    int signals = signalfd(-1, child_signal, SFD_CLOEXEC | SFD_NONBLOCK);
    if (is_built && signals < 0) is_built = fail(&ready.fault, "signalfd");
    int pid_counter = is_built && self->cold == NULL ? open_pid_counter(self->slot->proc_folder) : -1;
    if (self->cold == NULL) close(self->slot->proc_folder);
    pid_t main_child = 0;
    if (is_built && self->cold != NULL) {
        main_child = fork();
        if (main_child == 0) execute_command(self);
        if (main_child < 0) is_built = fail(&ready.fault, "fork");
        for (int index = 0; index < CONFINEMENT_DESCRIPTOR_COUNT; index++) close(self->cold->descriptors[index]);
        close(self->cold->status);
        close(self->slot->proc_folder);
    }
    if (!write_all(self->events, &ready, sizeof ready) || !is_built) _exit(1);
    struct pollfd waiting[] = { { .fd = self->control, .events = POLLIN }, { .fd = signals, .events = POLLIN } };
    for (;;) {
        if (poll(waiting, 2, -1) < 0 && errno != EINTR) break;
        if (waiting[1].revents != 0) {
            struct signalfd_siginfo information;
            while (read(signals, &information, sizeof information) > 0) {}
            reap(self, &main_child, false);
        }
        if (waiting[0].revents == 0) continue;
        char question;
        if (read(self->control, &question, 1) != 1) break; /* the launcher has closed its end: it is over */
        reap(self, &main_child, false);
        char answer = is_untouched_inside(pid_counter) ? 'y' : 'n';
        if (!write_all(self->events, &answer, 1)) break;
    }
    kill_all(self, main_child);
    reap(self, &main_child, true);
    _exit(0);
}

/* Closes every descriptor but those the init needs. */
static void keep_descriptors(const struct init *self)
{
    int kept[CONFINEMENT_DESCRIPTOR_COUNT + 5];
    size_t count = 0;
    kept[count++] = 2;
    kept[count++] = self->control;
    kept[count++] = self->events;
    if (self->cold != NULL) {
        for (int index = 0; index < CONFINEMENT_DESCRIPTOR_COUNT; index++) kept[count++] = self->cold->descriptors[index];
        kept[count++] = self->cold->status;
    }
    kept[count++] = self->slot->proc_folder;
    unsigned first = 0;
    for (;;) {
        unsigned next = ~0U;
        for (size_t index = 0; index < count; index++) {
            if ((unsigned)kept[index] >= first && (unsigned)kept[index] < next) next = (unsigned)kept[index];
        }
        if (next == ~0U) break;
        if (next > first) syscall(SYS_close_range, first, next - 1, 0);
        first = next + 1;
    }
    syscall(SYS_close_range, first, ~0U, 0);
}

/* Empties a folder without following anything; depth does not matter, since folders are lifted to the top. */
static void empty_folder(int top)
{
    unsigned lifted = 0;
    for (bool found = true; found;) {
        found = false;
        DIR *entries = fdopendir(openat(top, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (entries == NULL) return;
        for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
            if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
            if (unlinkat(top, entry->d_name, 0) == 0) {
                found = true;
                continue;
            }
            int inner = openat(top, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (inner < 0 && fchmodat(top, entry->d_name, 0700, 0) == 0) {
                inner = openat(top, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            }
            if (inner < 0) continue;
            fchmod(inner, 0700);
            DIR *contents = fdopendir(dup(inner));
            for (struct dirent *child = contents ? readdir(contents) : NULL; child != NULL; child = readdir(contents)) {
                if (strcmp(child->d_name, ".") == 0 || strcmp(child->d_name, "..") == 0) continue;
                if (unlinkat(inner, child->d_name, 0) == 0) continue;
                char name[48];
                snprintf(name, sizeof name, "lifted-%d-%u", (int)getpid(), lifted++);
                renameat(inner, child->d_name, top, name);
            }
            if (contents != NULL) closedir(contents);
            close(inner);
            if (unlinkat(top, entry->d_name, AT_REMOVEDIR) == 0) found = true;
        }
        closedir(entries);
    }
}

static bool open_folder_box(const struct slot *slot, struct fault *fault)
{
    if (mkdir(slot->policy.box, 0700) < 0 && errno != EEXIST) return fail(fault, "mkdir %s", slot->policy.box);
    return true;
}

static pid_t start_init(struct init *init, int *descriptor, bool has_namespaces)
{
    struct clone_args arguments = {
        .flags = CLONE_PIDFD | (has_namespaces ? CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC : 0),
        .pidfd = (uint64_t)(uintptr_t)descriptor,
        .exit_signal = SIGCHLD,
    };
    sigset_t child_signal;
    sigemptyset(&child_signal);
    sigaddset(&child_signal, SIGCHLD);
    pid_t child = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child == 0) {
        sigprocmask(SIG_SETMASK, &child_signal, NULL);
        keep_descriptors(init);
        run_init(init, &child_signal);
    }
    return child;
}

bool open_box(struct box *box, const struct slot *slot, const struct request *request,
    const struct cold_start *cold, struct fault *fault)
{
    bool has_namespaces = slot->policy.isolation >= LAUNCHER_ISOLATION_NAMESPACES;
    int control[2], events[2];
    *box = (struct box) {
        .init = -1,
        .init_descriptor = -1,
        .control = -1,
        .events = -1,
        .folder = -1,
        .room = box_room(request),
        .flags = request->header.flags,
        .template = { .socket = -1, .status = -1 },
        .is_folder = !has_namespaces,
    };
    if (!has_namespaces && !open_folder_box(slot, fault)) return false;
    if (pipe2(control, O_CLOEXEC) < 0) return fail(fault, "pipe");
    if (pipe2(events, O_CLOEXEC) < 0) {
        close(control[0]);
        close(control[1]);
        return fail(fault, "pipe");
    }
    struct init init = { .slot = slot, .request = request, .cold = cold, .control = control[0], .events = events[1] };
    box->init = start_init(&init, &box->init_descriptor, has_namespaces);
    close(control[0]);
    close(events[1]);
    box->control = control[1];
    box->events = events[0];
    if (box->init < 0) {
        fail(fault, "clone the box");
        close_box(box, slot);
        return false;
    }
    struct box_ready ready;
    if (!read_all(box->events, &ready, sizeof ready) || ready.magic != LAUNCHER_MAGIC) {
        fail(fault, "start the box");
        close_box(box, slot);
        return false;
    }
    if (ready.fault.error != 0) {
        *fault = ready.fault;
        close_box(box, slot);
        return false;
    }
    return true;
}

uint64_t close_box(struct box *box, const struct slot *slot)
{
    uint64_t cpu = 0;
    close(box->control);
    if (box->folder >= 0) close(box->folder);
    if (box->init > 0) {
        struct pollfd waiting = { .fd = box->init_descriptor, .events = POLLIN };
        if (poll(&waiting, 1, INIT_END_MILLISECONDS) != 1) {
            syscall(SYS_pidfd_send_signal, box->init_descriptor, SIGKILL, NULL, 0);
        }
        struct rusage usage;
        pid_t ended;
        do {
            ended = wait4(box->init, NULL, 0, &usage);
        } while (ended < 0 && errno == EINTR);
        if (ended > 0) cpu = confinement_cpu_microseconds(&usage);
        close(box->init_descriptor);
    }
    if (box->is_folder) {
        int folder = open(slot->policy.box, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder >= 0) {
            empty_folder(folder);
            close(folder);
        }
    }
    return cpu;
}

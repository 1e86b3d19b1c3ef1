#define _GNU_SOURCE
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel headers of older distributions lack what newer kernels offer; the numbers are fixed ABI. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#define ACCESS_FS_REFER (1ULL << 13)
#define ACCESS_FS_IOCTL_DEV (1ULL << 15)
#define ACCESS_NET_TCP ((1ULL << 0) | (1ULL << 1))
#define SCOPE_ALL ((1ULL << 0) | (1ULL << 1))

struct landlock_attributes {
    uint64_t handled_fs;
    uint64_t handled_net;
    uint64_t scoped;
};

struct confinement {
    int status;
    uint32_t fences;
};

static void append(char *text, size_t size, const char *part)
{
    size_t used = strlen(text);
    size_t count = strlen(part);
    if (used + count >= size) count = size - 1 - used;
    memcpy(text + used, part, count);
    text[used + count] = '\0';
}

/* Reports the failed step and ends the process: nothing runs in a half-built jail. */
static _Noreturn void refuse(struct confinement *self, const char *step, const char *object)
{
    struct confinement_status report = { .magic = LAUNCHER_MAGIC, .error = errno ? errno : EIO };
    append(report.step, sizeof report.step, step);
    if (object[0] != '\0') {
        append(report.step, sizeof report.step, " ");
        append(report.step, sizeof report.step, object);
    }
    ssize_t written = write(self->status, &report, sizeof report);
    (void)written; /* the launcher sees the exit code where the pipe is gone */
    _exit(125);
}

/*
 * Makes the candidate the first to go when its control group is out of memory. Memory in files belongs to
 * no process, so without this the kernel would rather end the larger zygote.
 */
static void volunteer_for_out_of_memory(struct confinement *self, int proc_folder)
{
    int file = openat(proc_folder, "self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) refuse(self, "open", "oom_score_adj");
    if (write(file, "1000", 4) != 4) refuse(self, "write", "oom_score_adj");
    close(file);
}

static void join_box(struct confinement *self, int init)
{
    if (init < 0) return;
    /* The process ids are for what this process forks: it stays outside itself, where nothing in the box sees it. */
    if (setns(init, CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWPID) < 0) refuse(self, "setns", "box");
}

static void take_descriptors(struct confinement *self, const int descriptors[])
{
    /* The given numbers may overlap 0 to 4: lift all of them out of the way first. */
    int lifted[CONFINEMENT_DESCRIPTOR_COUNT];
    for (int target = 0; target < CONFINEMENT_DESCRIPTOR_COUNT; target++) {
        lifted[target] = fcntl(descriptors[target], F_DUPFD_CLOEXEC, 64);
        if (lifted[target] < 0) refuse(self, "fcntl F_DUPFD_CLOEXEC", "descriptor");
    }
    int status = fcntl(self->status, F_DUPFD_CLOEXEC, 64 + CONFINEMENT_DESCRIPTOR_COUNT);
    if (status < 0) refuse(self, "fcntl F_DUPFD_CLOEXEC", "status pipe");
    self->status = status;
    for (int target = 0; target < CONFINEMENT_DESCRIPTOR_COUNT; target++) {
        if (dup2(lifted[target], target) < 0) refuse(self, "dup2", "descriptor");
    }
    /* Only the status pipe stays, on the number after the candidate's own, and closes at exec. */
    if (dup3(self->status, CONFINEMENT_DESCRIPTOR_COUNT, O_CLOEXEC) < 0) refuse(self, "dup3", "status pipe");
    self->status = CONFINEMENT_DESCRIPTOR_COUNT;
    if (syscall(SYS_close_range, CONFINEMENT_DESCRIPTOR_COUNT + 1, ~0U, 0) < 0) {
        refuse(self, "close_range", "");
    }
}

static void limit(struct confinement *self, __rlimit_resource_t resource, uint64_t soft, uint64_t hard,
    const char *name)
{
    struct rlimit current;
    if (getrlimit(resource, &current) < 0) refuse(self, "getrlimit", name);
    /* A hard limit that is lower already cannot be raised without privilege, and is strict enough. */
    if (current.rlim_max != RLIM_INFINITY && hard > current.rlim_max) hard = current.rlim_max;
    if (soft > hard) soft = hard;
    struct rlimit wanted = { .rlim_cur = soft, .rlim_max = hard };
    if (setrlimit(resource, &wanted) < 0) refuse(self, "setrlimit", name);
}

static void limit_resources(struct confinement *self, const struct confinement_policy *policy,
    const struct confinement_job *job)
{
    const struct launcher_limits *limits = &job->limits;
    uint64_t cpu_seconds = (limits->cpu_milliseconds + 999) / 1000;
    /* The launcher stops the whole tree on the millisecond where it can see the time; this stops one process. */
    limit(self, RLIMIT_CPU, cpu_seconds, cpu_seconds + 1, "RLIMIT_CPU");
    limit(self, RLIMIT_FSIZE, limits->file_bytes, limits->file_bytes, "RLIMIT_FSIZE");
    limit(self, RLIMIT_NOFILE, limits->open_files, limits->open_files, "RLIMIT_NOFILE");
    limit(self, RLIMIT_STACK, 16 << 20, 64 << 20, "RLIMIT_STACK");
    limit(self, RLIMIT_CORE, 0, 0, "RLIMIT_CORE");
    limit(self, RLIMIT_MEMLOCK, 0, 0, "RLIMIT_MEMLOCK");
    limit(self, RLIMIT_MSGQUEUE, 0, 0, "RLIMIT_MSGQUEUE");
    limit(self, RLIMIT_NICE, 0, 0, "RLIMIT_NICE");
    limit(self, RLIMIT_RTPRIO, 0, 0, "RLIMIT_RTPRIO");
    limit(self, RLIMIT_SIGPENDING, 256, 256, "RLIMIT_SIGPENDING");
    /* Without its own id the count includes the launcher, the init and the zygote of the slot. */
    uint64_t processes = limits->processes + (policy->changes_user ? 0 : 3);
    if (policy->isolation >= LAUNCHER_ISOLATION_NAMESPACES) {
        limit(self, RLIMIT_NPROC, processes, processes, "RLIMIT_NPROC");
    }
    if (job->flags & LAUNCHER_REQUEST_ADDRESS_SPACE) {
        /* Room for the interpreter's own mappings, which the memory limit does not mean. */
        uint64_t space = limits->memory_bytes + ((uint64_t)128 << 20);
        limit(self, RLIMIT_AS, space, space, "RLIMIT_AS");
    } else if (policy->isolation < LAUNCHER_ISOLATION_FULL) {
        /* No control group counts what is really used: what is private and writable is the next best. The
           room is for stacks of threads, which are mostly untouched. */
        uint64_t data = limits->memory_bytes + ((uint64_t)512 << 20);
        limit(self, RLIMIT_DATA, data, data, "RLIMIT_DATA");
    }
    self->fences |= LAUNCHER_FENCE_RESOURCE_LIMITS;
}

static void drop_privileges(struct confinement *self, const struct confinement_policy *policy)
{
    /* Ids first: changing them needs the capabilities that go right after. */
    if (policy->changes_user) {
        if (syscall(SYS_setgroups, 0, NULL) < 0) refuse(self, "setgroups", "");
        if (syscall(SYS_setresgid, policy->user, policy->user, policy->user) < 0) refuse(self, "setresgid", "");
        if (syscall(SYS_setresuid, policy->user, policy->user, policy->user) < 0) refuse(self, "setresuid", "");
    }
    if (policy->isolation >= LAUNCHER_ISOLATION_NAMESPACES) {
        for (unsigned long capability = 0; capability <= 63; capability++) {
            if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0) {
                if (errno == EINVAL) break; /* past the last capability this kernel knows */
                /* The bounding set only matters at exec, which no_new_privs disarms; EPERM means the id
                   change took CAP_SETPCAP already. */
                if (errno == EPERM) break;
                refuse(self, "prctl PR_CAPBSET_DROP", "");
            }
        }
    }
    struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
    struct __user_cap_data_struct data[2] = { { 0 }, { 0 } };
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0) refuse(self, "prctl PR_CAP_AMBIENT", "");
    if (syscall(SYS_capset, &header, data) < 0) refuse(self, "capset", "");
    self->fences |= LAUNCHER_FENCE_NO_CAPABILITIES;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) refuse(self, "prctl PR_SET_NO_NEW_PRIVS", "");
    self->fences |= LAUNCHER_FENCE_NO_NEW_PRIVILEGES;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0) refuse(self, "prctl PR_SET_DUMPABLE", "");
    /* Cleared by the change of ids, so set after it. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) refuse(self, "prctl PR_SET_PDEATHSIG", "");
}

int confinement_landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version < 0 ? 0 : (int)version;
}

static void permit(struct confinement *self, int ruleset, const char *path, uint64_t access)
{
    int folder = open(path, O_PATH | O_CLOEXEC);
    if (folder < 0) {
        if (errno == ENOENT) return; /* what is not there needs no permission */
        refuse(self, "open", path);
    }
    struct stat status;
    if (fstat(folder, &status) < 0) refuse(self, "fstat", path);
    /* Rights that only a folder can have are an error on a file. */
    const uint64_t of_files = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
        | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE;
    if (!S_ISDIR(status.st_mode)) access &= of_files;
    struct landlock_path_beneath_attr rule = { .allowed_access = access, .parent_fd = folder };
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) < 0) {
        refuse(self, "landlock_add_rule", path);
    }
    close(folder);
}

static void raise_landlock(struct confinement *self, const struct confinement_policy *policy)
{
    int version = confinement_landlock_version();
    /* Not having it is one thing; not being able to ask is another. */
    if (version == 0 && errno != ENOSYS && errno != EOPNOTSUPP) refuse(self, "landlock_create_ruleset", "version");
    if (version == 0) {
        if (policy->isolation == LAUNCHER_ISOLATION_FENCE) {
            errno = ENOSYS;
            refuse(self, "landlock_create_ruleset", "(this kernel has no Landlock)");
        }
        return; /* the namespaces hold without it; the missing fence is in the report */
    }
    uint64_t files = (1ULL << 13) - 1; /* version 1: execute to make_sym */
    if (version >= 2) files |= ACCESS_FS_REFER;
    if (version >= 3) files |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (version >= 5) files |= ACCESS_FS_IOCTL_DEV;
    struct landlock_attributes attributes = { .handled_fs = files };
    size_t size = sizeof(uint64_t);
    if (version >= 4) {
        attributes.handled_net = ACCESS_NET_TCP;
        size = 2 * sizeof(uint64_t);
    }
    if (version >= 6) {
        attributes.scoped = SCOPE_ALL;
        size = 3 * sizeof(uint64_t);
    }
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
    if (ruleset < 0) refuse(self, "landlock_create_ruleset", "");
    const uint64_t read
        = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    const uint64_t devices = LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK | ACCESS_FS_IOCTL_DEV;
    if (policy->isolation == LAUNCHER_ISOLATION_FENCE) {
        for (size_t index = 0; index < CONFINEMENT_READ_ONLY_PATHS && policy->read_only[index][0] != '\0'; index++) {
            permit(self, ruleset, policy->read_only[index], read);
        }
        permit(self, ruleset, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
        permit(self, ruleset, "/dev/urandom", LANDLOCK_ACCESS_FS_READ_FILE);
    } else {
        permit(self, ruleset, "/", read);
        permit(self, ruleset, "/dev", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    }
    permit(self, ruleset, policy->box, files & ~devices);
    if (syscall(SYS_landlock_restrict_self, ruleset, 0) < 0) refuse(self, "landlock_restrict_self", "");
    close(ruleset);
    self->fences |= LAUNCHER_FENCE_LANDLOCK;
}

static void filter_system_calls(struct confinement *self, const struct confinement_policy *policy,
    const void *filter)
{
    struct sock_fprog program = {
        .len = (unsigned short)policy->filter_length,
        .filter = (struct sock_filter *)(uintptr_t)filter,
    };
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) < 0) refuse(self, "seccomp", "");
    self->fences |= LAUNCHER_FENCE_SECCOMP;
}

void confinement_enter(const struct confinement_policy *policy, const void *filter,
    const struct confinement_job *job, const struct confinement_handles *handles)
{
    struct confinement self = { .status = handles->status, .fences = 0 };
    bool has_namespaces = policy->isolation >= LAUNCHER_ISOLATION_NAMESPACES;
    bool has_fence = policy->isolation >= LAUNCHER_ISOLATION_FENCE;
    sigset_t none;
    sigemptyset(&none);
    if (sigprocmask(SIG_SETMASK, &none, NULL) < 0) refuse(&self, "sigprocmask", "");
    if (setsid() < 0) refuse(&self, "setsid", "");
    volunteer_for_out_of_memory(&self, handles->proc_folder);
    join_box(&self, handles->init);
    if (has_namespaces) self.fences |= LAUNCHER_FENCE_NAMESPACES;
    if (policy->isolation == LAUNCHER_ISOLATION_FULL) self.fences |= LAUNCHER_FENCE_CONTROL_GROUPS;
    if (chdir(policy->box) < 0) refuse(&self, "chdir", policy->box);
    take_descriptors(&self, handles->descriptors);
    umask(077);
    limit_resources(&self, policy, job);
    drop_privileges(&self, policy);
    if (has_fence) raise_landlock(&self, policy);
    if (has_fence) filter_system_calls(&self, policy, filter);
    /* Only a child that got this far can write the report; the filter lets it. */
    struct confinement_status report = { .magic = LAUNCHER_MAGIC, .fences = self.fences };
    if (write(self.status, &report, sizeof report) != (ssize_t)sizeof report) _exit(125);
}

uint64_t confinement_cpu_microseconds(const struct rusage *usage)
{
    return (uint64_t)usage->ru_utime.tv_sec * 1000000 + (uint64_t)usage->ru_utime.tv_usec
        + (uint64_t)usage->ru_stime.tv_sec * 1000000 + (uint64_t)usage->ru_stime.tv_usec;
}

/*
 * The system calls a candidate may make: an allow-list. What is not on it does not exist (ENOSYS), so a
 * program probing for newer calls falls back as on an older kernel; what only an attack would try ends
 * the program.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const allowed[] = {
    /* files */
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "preadv2", "pwritev2",
    "open", "openat", "openat2", "creat", "close", "close_range", "lseek", "dup", "dup2", "dup3", "pipe",
    "pipe2", "stat", "lstat", "fstat", "newfstatat", "statx", "statfs", "fstatfs", "access", "faccessat",
    "faccessat2", "readlink", "readlinkat", "getdents", "getdents64", "getcwd", "chdir", "fchdir", "mkdir",
    "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
    "symlinkat", "truncate", "ftruncate", "fallocate", "umask", "fsync", "fdatasync", "sendfile", "copy_file_range", "splice", "tee",
    "flock", "fadvise64", "readahead",
    /* memory */
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk", "msync", "mincore", "membarrier", "pkey_alloc",
    "pkey_free", "pkey_mprotect", "get_mempolicy", "set_mempolicy", "mbind",
    /* processes and threads */
    "exit", "exit_group", "execve", "execveat", "wait4", "waitid", "getpid", "getppid", "gettid", "getpgid",
    "getpgrp", "setpgid", "getsid", "setsid", "kill", "tkill", "tgkill", "getuid", "geteuid", "getgid",
    "getegid", "getgroups", "getresuid", "getresgid", "capget", "sched_yield", "sched_getaffinity",
    "sched_getparam", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min",
    "sched_rr_get_interval", "getpriority", "getrusage", "times", "getrlimit", "set_tid_address",
    "set_robust_list", "get_robust_list", "rseq", "arch_prctl", "futex", "futex_waitv", "uname", "sysinfo",
    "getcpu", "pidfd_open",
    /* signals */
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigsuspend", "rt_sigtimedwait",
    "rt_sigqueueinfo", "rt_tgsigqueueinfo", "sigaltstack", "pause", "alarm", "restart_syscall", "signalfd",
    "signalfd4",
    /* time */
    "time", "gettimeofday", "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "getitimer",
    "setitimer", "timer_create", "timer_settime", "timer_gettime", "timer_getoverrun", "timer_delete",
    "timerfd_create", "timerfd_settime", "timerfd_gettime",
    /* waiting */
    "poll", "ppoll", "select", "pselect6", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait",
    "epoll_pwait", "epoll_pwait2", "eventfd", "eventfd2", "inotify_init", "inotify_init1",
    "inotify_add_watch", "inotify_rm_watch",
    /* sockets: which families exist is decided below */
    "recvfrom", "recvmsg", "recvmmsg", "shutdown", "listen", "accept", "accept4", "getsockname", "getpeername", "getsockopt", "setsockopt",
    /* random */
    "getrandom",
    /* POSIX message queues, which reuse.c could not count, do not exist. */
    "shmat", "shmdt",
};

/* Memory that belongs to no process: only a control group can bound it. */
static const char *const shared_memory[] = { "shmget", "memfd_create" };

/*
 * What only namespaces make harmless. Landlock asks neither before modes and times of a file are changed, nor before
 * a socket of the host is connected to by its path, and System V objects outlive their program: at the fence these
 * are refused. In a namespace of the box's own, reuse.c counts such objects.
 */
static const char *const by_name[] = {
    "chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimes", "utimensat", "futimesat", "bind", "connect",
    "sendmsg", "sendmmsg", "semget", "semop", "semtimedop", "semctl", "shmctl",
};

/* Refused with EPERM, as on an ordinary machine without privileges: programs ask and go on. */
static const char *const refused[] = {
    "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid", "setgroups",
    "chown", "fchown", "lchown", "fchownat", "mknod", "mknodat", "setpriority", "sched_setscheduler",
    "sched_setparam", "sched_setattr", "sched_setaffinity", "mlock", "mlock2", "mlockall", "munlock",
    "munlockall", "sync", "syncfs", "ioprio_set", "setrlimit", "prlimit64", "unshare", "setns", "chroot",
    "keyctl", "add_key", "request_key", "perf_event_open", "userfaultfd", "personality", "setxattr",
    "lsetxattr", "fsetxattr", "fanotify_init", "name_to_handle_at", "open_by_handle_at", "syslog", "acct",
    "sethostname", "setdomainname", "io_uring_setup", "io_uring_enter", "io_uring_register", "process_madvise",
    "pidfd_send_signal",
};

/* No program that solves a task tries these: the attempt ends it. */
static const char *const fatal[] = {
    "ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd", "mount", "umount2",
    "pivot_root", "open_tree", "move_mount", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr",
    "bpf", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "reboot",
    "swapon", "swapoff", "quotactl", "quotactl_fd", "iopl", "ioperm", "settimeofday", "clock_settime",
    "clock_adjtime", "adjtimex", "vhangup", "lookup_dcookie", "nfsservctl",
};

static bool add(scmp_filter_ctx filter, uint32_t action, const char *const *names, size_t count,
    struct fault *fault)
{
    for (size_t index = 0; index < count; index++) {
        int call = seccomp_syscall_resolve_name(names[index]);
        if (call < 0) continue; /* unknown to this architecture or libseccomp: it stays ENOSYS */
        int error = seccomp_rule_add(filter, action, call, 0);
        if (error < 0) {
            errno = -error;
            return fail(fault, "seccomp_rule_add %s", names[index]);
        }
    }
    return true;
}

/* Rules that look at arguments; every comparison masks to the 32 bits that the kernel looks at. */
static bool add_conditional(scmp_filter_ctx filter, bool has_namespaces, struct fault *fault)
{
    const uint64_t new_namespaces = CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC
        | CLONE_NEWUTS | CLONE_NEWCGROUP;
    const uint64_t low = 0xffffffff;
    int error = 0;
    if (has_namespaces) {
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
            SCMP_A0(SCMP_CMP_MASKED_EQ, new_namespaces, 0));
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fork), 0);
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(vfork), 0);
    } else {
        /* Threads only: a process that cannot be made cannot be left behind. */
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
            SCMP_A0(SCMP_CMP_MASKED_EQ, new_namespaces | CLONE_THREAD, CLONE_THREAD));
        error |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAGAIN), SCMP_SYS(clone), 1,
            SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
        error |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAGAIN), SCMP_SYS(fork), 0);
        error |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAGAIN), SCMP_SYS(vfork), 0);
    }
    /* clone3 stays unknown: its flags lie behind a pointer that no filter can follow, and the C library
       falls back to clone. */
    /* Local sockets only; internet sockets may be asked for and are refused as on a machine without. */
    if (has_namespaces) {
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1,
            SCMP_A0(SCMP_CMP_MASKED_EQ, low, AF_UNIX));
        error |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
            SCMP_A0(SCMP_CMP_NE, AF_UNIX, 0));
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendto), 0);
    } else {
        error |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 0);
        /* What is connected needs no name. */
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendto), 1, SCMP_A4(SCMP_CMP_EQ, 0, 0));
        error |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(sendto), 1, SCMP_A4(SCMP_CMP_NE, 0, 0));
    }
    error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socketpair), 1,
        SCMP_A0(SCMP_CMP_MASKED_EQ, low, AF_UNIX));
    /* ioctl: what the standard libraries ask of files; never a terminal's input queue. */
    static const uint64_t requests[] = { FIONREAD, FIONBIO, FIOCLEX, FIONCLEX, TCGETS, TIOCGWINSZ, TIOCGPGRP };
    for (size_t index = 0; index < sizeof requests / sizeof requests[0]; index++) {
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
            SCMP_A1(SCMP_CMP_MASKED_EQ, low, requests[index]));
    }
    static const uint64_t commands[]
        = { F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETPIPE_SZ, F_ADD_SEALS,
              F_GET_SEALS, F_GETLK, F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW, F_OFD_GETLK };
    for (size_t index = 0; index < sizeof commands / sizeof commands[0]; index++) {
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
            SCMP_A1(SCMP_CMP_MASKED_EQ, low, commands[index]));
    }
    static const uint64_t options[] = { PR_SET_NAME, PR_GET_NAME, PR_SET_PDEATHSIG, PR_GET_PDEATHSIG,
        PR_GET_DUMPABLE, PR_SET_VMA, PR_CAPBSET_READ, PR_GET_NO_NEW_PRIVS, PR_GET_SECCOMP, PR_SET_TIMERSLACK };
    for (size_t index = 0; index < sizeof options / sizeof options[0]; index++) {
        error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1,
            SCMP_A0(SCMP_CMP_MASKED_EQ, low, options[index]));
    }
    /* Reading a limit is prlimit64 without a new value, on oneself. */
    error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0, 0),
        SCMP_A2(SCMP_CMP_EQ, 0, 0));
    if (error != 0) {
        errno = EINVAL;
        return fail(fault, "seccomp_rule_add (conditional)");
    }
    return true;
}

bool build_filter(struct system_call_filter *filter, enum launcher_isolation isolation, struct fault *fault)
{
    bool has_namespaces = isolation != LAUNCHER_ISOLATION_FENCE;
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (context == NULL) return fail(fault, "seccomp_init");
    bool built = true;
    /* Another architecture's numbers would mean other calls: int 0x80 and x32 end the program. */
    if (seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) < 0
        || seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2) < 0) {
        built = fail(fault, "seccomp_attr_set");
    }
    built = built && add(context, SCMP_ACT_ALLOW, allowed, sizeof allowed / sizeof allowed[0], fault);
    if (isolation == LAUNCHER_ISOLATION_FULL) {
        built = built && add(context, SCMP_ACT_ALLOW, shared_memory, sizeof shared_memory / sizeof shared_memory[0], fault);
    }
    built = built && add(context, has_namespaces ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM), by_name,
        sizeof by_name / sizeof by_name[0], fault);
    built = built && add_conditional(context, has_namespaces, fault);
    for (size_t index = 0; built && index < sizeof refused / sizeof refused[0]; index++) {
        /* prlimit64 has a rule with a condition already; the rest of it is refused. */
        int call = seccomp_syscall_resolve_name(refused[index]);
        if (call < 0 || call == SCMP_SYS(prlimit64)) continue;
        if (seccomp_rule_add(context, SCMP_ACT_ERRNO(EPERM), call, 0) < 0) {
            built = fail(fault, "seccomp_rule_add %s", refused[index]);
        }
    }
    built = built && add(context, SCMP_ACT_KILL_PROCESS, fatal, sizeof fatal / sizeof fatal[0], fault);
    int file = built ? memfd_create("filter", MFD_CLOEXEC) : -1;
    if (built && file < 0) built = fail(fault, "memfd_create filter");
    if (built && seccomp_export_bpf(context, file) < 0) built = fail(fault, "seccomp_export_bpf");
    if (built) {
        off_t size = lseek(file, 0, SEEK_END);
        if (size <= 0 || (size_t)size > sizeof filter->instructions || size % 8 != 0) {
            errno = E2BIG;
            built = fail(fault, "seccomp filter size");
        } else if (pread(file, filter->instructions, (size_t)size, 0) != size) {
            built = fail(fault, "pread filter");
        } else {
            filter->length = (uint32_t)(size / 8);
        }
    }
    if (file >= 0) close(file);
    seccomp_release(context);
    return built;
}

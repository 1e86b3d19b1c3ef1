/*
 * The probe: the launcher, started as a candidate, tries what a candidate must not be able to do and says
 * what came of it. It runs inside the box, behind all fences, and needs nothing but itself.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

static void say(const char *name, bool is_refused)
{
    printf("%s\t%s\t%s\n", name, is_refused ? "refused" : "open", is_refused ? strerrorname_np(errno) : "allowed");
}

static void try_open(const char *name, const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC, 0600);
    say(name, file < 0);
    if (file >= 0) close(file);
}

static void try_socket(const char *name, int family, int type)
{
    int handle = socket(family, type, 0);
    say(name, handle < 0);
    if (handle >= 0) close(handle);
}

/* A name in the abstract namespace of the host, where the session bus and display servers listen. */
static void try_abstract_socket(void)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    memcpy(address.sun_path, "\0/tmp/.X11-unix/X0", 18);
    int handle = socket(AF_UNIX, SOCK_STREAM, 0);
    bool is_refused = handle < 0
        || connect(handle, (struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 18)) < 0;
    say("reach an abstract socket of the host", is_refused);
    if (handle >= 0) close(handle);
}

static void try_descriptors(void)
{
    int open_ones = 0;
    for (int descriptor = CONFINEMENT_DESCRIPTOR_COUNT; descriptor < 4096; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0) open_ones++;
    }
    errno = EBADF;
    say("find an inherited descriptor", open_ones == 0);
}

static void try_limits(void)
{
    struct rlimit core = { .rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY };
    say("raise a resource limit", setrlimit(RLIMIT_CORE, &core) < 0);
}

/* Inside the namespace there are the init, 1, and this process; any other number would be somebody else. */
static bool has_foreign_process(void)
{
    pid_t own = getpid();
    for (pid_t process = 2; process < 4096; process++) {
        if (process != own && kill(process, 0) == 0) return true;
    }
    errno = ESRCH;
    return false;
}

static void attempt_all(bool has_namespaces)
{
    try_open("read the host's secrets", "/etc/shadow", O_RDONLY);
    try_open("read the home of root", "/root/.bashrc", O_RDONLY);
    try_open("write outside the box", "/usr/evalharness-probe", O_WRONLY | O_CREAT);
    try_open("write to the harness's files", "/harness/evalharness-probe", O_WRONLY | O_CREAT);
    try_open("write to /tmp of the host", has_namespaces ? "/var/evalharness-probe" : "/tmp/evalharness-probe",
        O_WRONLY | O_CREAT);
    if (has_namespaces) {
        try_open("see the host's processes", "/proc/1/status", O_RDONLY);
        say("signal a process outside", !has_foreign_process());
    } else {
        say("signal a process outside", kill(getppid(), 0) < 0);
    }
    try_socket("open an internet socket", AF_INET, SOCK_STREAM);
    try_socket("open an IPv6 socket", AF_INET6, SOCK_DGRAM);
    try_socket("open a netlink socket", AF_NETLINK, SOCK_RAW);
    try_socket("open a socket to the virtual machine's host", AF_VSOCK, SOCK_STREAM);
    try_socket("open a packet socket", AF_PACKET, SOCK_RAW);
    try_abstract_socket();
    say("make a user namespace", unshare(CLONE_NEWUSER) < 0);
    say("make a device", mknod("device", S_IFCHR | 0600, 0x103) < 0);
    say("start an io_uring", syscall(SYS_io_uring_setup, 1, NULL) < 0 && errno != EFAULT);
    say("use the kernel's key ring", syscall(SYS_keyctl, 0, -3, 1) < 0);
    say("become another user", syscall(SYS_setresuid, 0, 0, 0) < 0);
    say("give a file away", chown("/", 0, 0) < 0);
    if (!has_namespaces) say("make a process", syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL) < 0);
    try_limits();
    try_descriptors();
    say("gain privileges by exec", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1);
}

/* Memory in files, which no limit of a single process counts: only a control group does. */
static void take_shared_memory(void)
{
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    for (int count = 0; count < 32; count++) {
        int file = memfd_create("memory", 0);
        for (int part = 0; part < 16 && write(file, block, sizeof block) > 0; part++) {}
    }
}

int run_probe(const char *name, const char *level)
{
    bool has_namespaces = strcmp(level, "full") == 0 || strcmp(level, "namespaces") == 0;
    if (strcmp(name, "attempts") == 0) {
        attempt_all(has_namespaces);
        printf("end\n");
        return fflush(stdout) == 0 ? 0 : 1;
    }
    if (strcmp(name, "mount") == 0) {
        int result = mount("none", "/box", "tmpfs", 0, NULL);
        printf("mount gave %d, %s\n", result, strerrorname_np(errno));
        return 0;
    }
    if (strcmp(name, "shared-memory") == 0) {
        take_shared_memory();
        return 0;
    }
    if (strcmp(name, "spin") == 0) {
        for (volatile unsigned long count = 0;; count++) {}
    }
    return 64;
}

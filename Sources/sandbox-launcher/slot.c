#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_file(const char *path, const char *text, struct fault *fault)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return fail(fault, "open %s", path);
    bool is_written = write_all(file, text, strlen(text));
    if (!is_written) fail(fault, "write %s", path);
    close(file);
    return is_written;
}

/* Forbids further user namespaces below this one; a second fence behind the filter. */
static void forbid_nested_namespaces(int sysctl_folder)
{
    int file = openat(sysctl_folder, "max_user_namespaces", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t written = write(file, "0", 1);
    (void)written;
    close(file);
}

enum { SLOT_NAMESPACES = CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP };

/* As root: the root file system is built with the host's rights, then all rights outside are given up. */
static bool enter_as_root(const struct slot *slot, const struct harness_files *files,
    const struct keeper_link *keeper, struct fault *fault)
{
    int sysctl_folder = open("/proc/sys/user", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (unshare(SLOT_NAMESPACES) < 0) return fail(fault, "unshare mount, net, ipc, uts, cgroup");
    if (sethostname("box", 3) < 0) return fail(fault, "sethostname");
    if (!enter_private_root(slot->options, files, fault)) return false;
    if (unshare(CLONE_NEWUSER) < 0) return fail(fault, "unshare user");
    /* Only a process outside can map more than one id: the keeper does. */
    char reply = 0;
    if (!write_all(keeper->to_keeper, "m", 1) || !read_all(keeper->from_keeper, &reply, 1) || reply != 'm') {
        return fail(fault, "map the ids of the slot");
    }
    if (setgroups(0, NULL) < 0 || setresgid(0, 0, 0) < 0 || setresuid(0, 0, 0) < 0) {
        return fail(fault, "become the slot's own user");
    }
    if (sysctl_folder >= 0) {
        forbid_nested_namespaces(sysctl_folder);
        close(sysctl_folder);
    }
    return true;
}

static bool enter_as_user(const struct slot *slot, const struct harness_files *files, struct fault *fault)
{
    char user_map[64], group_map[64];
    snprintf(user_map, sizeof user_map, "0 %u 1\n", (unsigned)geteuid());
    snprintf(group_map, sizeof group_map, "0 %u 1\n", (unsigned)getegid());
    if (unshare(CLONE_NEWUSER | SLOT_NAMESPACES) < 0) return fail(fault, "unshare user, mount, net, ipc, uts, cgroup");
    /* A process without privileges may map its one group only after giving up setgroups. */
    if (!write_file("/proc/self/setgroups", "deny", fault) || !write_file("/proc/self/uid_map", user_map, fault)
        || !write_file("/proc/self/gid_map", group_map, fault)) {
        return false;
    }
    if (sethostname("box", 3) < 0) return fail(fault, "sethostname");
    int sysctl_folder = open("/proc/sys/user", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (sysctl_folder >= 0) {
        forbid_nested_namespaces(sysctl_folder);
        close(sysctl_folder);
    }
    return enter_private_root(slot->options, files, fault);
}

/* Without a private root the harness's files lie in a folder of the work folder. */
static bool prepare_folder(struct slot *slot, const struct harness_files *files, struct fault *fault)
{
    const char *work = slot->options->work_folder;
    errno = EINVAL;
    if (work == NULL || work[0] != '/') return fail(fault, "option --work-folder (absolute path needed)");
    int length = snprintf(slot->harness_folder, sizeof slot->harness_folder, "%s/harness", work);
    int box = snprintf(slot->policy.box, sizeof slot->policy.box, "%s/box", work);
    errno = ENAMETOOLONG;
    if (length >= (int)sizeof slot->harness_folder || box >= (int)sizeof slot->policy.box) {
        return fail(fault, "option --work-folder %s", work);
    }
    size_t count = 0;
    strcpy(slot->policy.read_only[count++], slot->harness_folder);
    for (size_t index = 0; index < slot->options->read_only_count; index++) {
        const char *path = slot->options->read_only[index];
        errno = E2BIG;
        if (count == CONFINEMENT_READ_ONLY_PATHS || strlen(path) >= sizeof slot->policy.read_only[0]) {
            return fail(fault, "read-only path %s", path);
        }
        strcpy(slot->policy.read_only[count++], path);
    }
    if (!write_harness_files(files, slot->harness_folder, fault)) return false;
    /* Without mounts a link leads to a large file, and the fence lets it be read where it is. */
    for (size_t index = 0; index < slot->options->harness_bind_count; index++) {
        const char *sign = strchr(slot->options->harness_binds[index], '=');
        char link[512];
        snprintf(link, sizeof link, "%s/%.*s", slot->harness_folder, (int)(sign - slot->options->harness_binds[index]),
            slot->options->harness_binds[index]);
        errno = E2BIG;
        if (count == CONFINEMENT_READ_ONLY_PATHS || strlen(sign + 1) >= sizeof slot->policy.read_only[0]
            || symlink(sign + 1, link) < 0) {
            return fail(fault, "harness file %s", sign + 1);
        }
        strcpy(slot->policy.read_only[count++], sign + 1);
    }
    return true;
}

/*
 * Keeps all of a slot's processes on one processor. They work in turn (launcher, zygote, candidate, examiner),
 * so a second processor only adds the time to wake it and cold caches; slots work side by side.
 */
static void stay_on_one_processor(unsigned wanted)
{
    cpu_set_t allowed, chosen;
    if (sched_getaffinity(0, sizeof allowed, &allowed) < 0) return;
    unsigned rest = wanted % (unsigned)CPU_COUNT(&allowed);
    for (int processor = 0; processor < CPU_SETSIZE; processor++) {
        if (!CPU_ISSET(processor, &allowed) || rest-- > 0) continue;
        CPU_ZERO(&chosen);
        CPU_SET(processor, &chosen);
        /* Only speed hangs on it: a machine that refuses runs all the same. */
        (void)sched_setaffinity(0, sizeof chosen, &chosen);
        return;
    }
}

bool prepare_slot(struct slot *slot, const struct keeper_link *keeper, struct fault *fault)
{
    const struct options *options = slot->options;
    struct harness_files files;
    if (options->has_processor) stay_on_one_processor(options->processor);
    slot->zygote_socket = -1;
    slot->resting.init = -1;
    slot->policy = (struct confinement_policy) { .isolation = (uint32_t)options->isolation, .user = 1 };
    strcpy(slot->policy.box, "/box");
    strcpy(slot->harness_folder, "/harness");
    if (!load_harness_files(&files, options, fault)) return false;
    slot->proc_folder = open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (slot->proc_folder < 0) return fail(fault, "open /proc");
    bool has_namespaces = options->isolation >= LAUNCHER_ISOLATION_NAMESPACES;
    if (!build_filter(&slot->filter, options->isolation, fault)) return false;
    slot->policy.filter_length = slot->filter.length;
    if (options->isolation == LAUNCHER_ISOLATION_FULL && !enter_control_groups(&slot->groups, fault)) return false;
    if (has_namespaces) {
        slot->policy.changes_user = geteuid() == 0;
        bool is_inside = slot->policy.changes_user ? enter_as_root(slot, &files, keeper, fault)
                                                   : enter_as_user(slot, &files, fault);
        if (!is_inside) return false;
    } else if (!prepare_folder(slot, &files, fault)) {
        return false;
    }
    for (size_t index = 0; index < files.count; index++) free(files.files[index].content);
    /* The change of ids has cleared it. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) return fail(fault, "prctl PR_SET_PDEATHSIG");
    slot->null_device = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (slot->null_device < 0) return fail(fault, "open /dev/null");
    return true;
}

/*
 * Bounds on whole process trees. The kernel offers them in two generations: three hierarchies of version 1
 * (memory, pids, cpuacct) or the one of version 2. All files are opened once, with the host's privileges;
 * later only these descriptors are used, so no path is resolved after a candidate has run.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The mount point of a hierarchy and the part of it that this process sees as its root. */
struct hierarchy {
    char mount[256];
    char root[256];
};

static bool find_hierarchy(const char *controller, struct hierarchy *found)
{
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    if (mounts == NULL) return false;
    char line[1024];
    bool is_found = false;
    while (!is_found && fgets(line, sizeof line, mounts) != NULL) {
        char type[64], options[512];
        char *tail = strstr(line, " - ");
        if (tail == NULL || sscanf(line, "%*d %*d %*s %255s %255s", found->root, found->mount) != 2) continue;
        if (sscanf(tail, " - %63s %*s %511s", type, options) != 2) continue;
        if (controller == NULL) {
            is_found = strcmp(type, "cgroup2") == 0;
            continue;
        }
        if (strcmp(type, "cgroup") != 0) continue;
        char *state;
        for (char *option = strtok_r(options, ",\n", &state); option != NULL; option = strtok_r(NULL, ",\n", &state)) {
            if (strcmp(option, controller) == 0) is_found = true;
        }
    }
    fclose(mounts);
    return is_found;
}

/* The group this process is in, as /proc/self/cgroup names it; `controller` NULL means version 2. */
static bool find_own_group(const char *controller, char *path, size_t size)
{
    FILE *groups = fopen("/proc/self/cgroup", "re");
    if (groups == NULL) return false;
    char line[1024];
    bool is_found = false;
    while (!is_found && fgets(line, sizeof line, groups) != NULL) {
        char *controllers = strchr(line, ':');
        char *own = controllers == NULL ? NULL : strchr(controllers + 1, ':');
        if (own == NULL) continue;
        *own++ = '\0';
        controllers++;
        own[strcspn(own, "\n")] = '\0';
        if (controller == NULL) {
            is_found = controllers[0] == '\0';
        } else {
            char *state;
            for (char *name = strtok_r(controllers, ",", &state); name != NULL; name = strtok_r(NULL, ",", &state)) {
                if (strcmp(name, controller) == 0) is_found = true;
            }
        }
        if (is_found) snprintf(path, size, "%s", own);
    }
    fclose(groups);
    return is_found;
}

/* Joins without cutting: a path that does not fit is an error, not another path. */
static bool join(char *path, size_t size, const char *first, const char *second, const char *third)
{
    int length = snprintf(path, size, "%s%s/%s", first, second, third);
    if (length < 0 || (size_t)length >= size) {
        errno = ENAMETOOLONG;
        return false;
    }
    return true;
}

static int open_in(const char *folder, const char *name, int flags)
{
    char path[640];
    if (!join(path, sizeof path, folder, "", name)) return -1;
    return open(path, flags | O_CLOEXEC);
}

/* Removes groups of this program whose harness is dead: a keeper that was killed could not. */
static void remove_stale_groups(const char *parent, const char *own)
{
    char path[640];
    if (!join(path, sizeof path, parent, own, "")) return;
    DIR *entries = opendir(path);
    if (entries == NULL) return;
    for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
        int process, slot, end = 0;
        if (sscanf(entry->d_name, "evalharness-%d-%d%n", &process, &slot, &end) != 2) continue;
        if (entry->d_name[end] != '\0' || kill(process, 0) == 0 || errno != ESRCH) continue;
        unlinkat(dirfd(entries), entry->d_name, AT_REMOVEDIR);
    }
    closedir(entries);
}

static bool make_folder(struct control_groups *groups, const char *parent, const char *own, const char *name,
    struct fault *fault)
{
    char *folder = groups->folders[groups->count];
    remove_stale_groups(parent, own);
    if (!join(folder, sizeof groups->folders[0], parent, own, name)) return fail(fault, "control group path");
    if (mkdir(folder, 0755) < 0) return fail(fault, "mkdir %s", folder);
    int enter = open_in(folder, "cgroup.procs", O_WRONLY);
    groups->enter[groups->count++] = enter;
    if (enter < 0) return fail(fault, "open %s/cgroup.procs", folder);
    return true;
}

static bool make_version_1(struct control_groups *groups, const char *name, struct fault *fault)
{
    static const char *const controllers[] = { "memory", "pids", "cpuacct" };
    for (size_t index = 0; index < 3; index++) {
        struct hierarchy hierarchy;
        char own[512];
        if (!find_hierarchy(controllers[index], &hierarchy) || !find_own_group(controllers[index], own, sizeof own)) {
            errno = ENOENT;
            return fail(fault, "control group hierarchy %s", controllers[index]);
        }
        /* In a container the mount shows a part of the hierarchy; the own path starts with that part. */
        size_t cut = strcmp(hierarchy.root, "/") == 0 ? 0 : strlen(hierarchy.root);
        const char *inside = strncmp(own, hierarchy.root, cut) == 0 ? own + cut : "";
        if (strcmp(inside, "/") == 0) inside = "";
        if (!make_folder(groups, hierarchy.mount, inside, name, fault)) return false;
    }
    groups->memory_limit = open_in(groups->folders[0], "memory.limit_in_bytes", O_RDWR);
    groups->memory_usage = open_in(groups->folders[0], "memory.usage_in_bytes", O_RDONLY);
    groups->memory_peak = open_in(groups->folders[0], "memory.max_usage_in_bytes", O_RDWR);
    groups->memory_events = open_in(groups->folders[0], "memory.oom_control", O_RDONLY);
    groups->processes_limit = open_in(groups->folders[1], "pids.max", O_RDWR);
    groups->processes_events = open_in(groups->folders[1], "pids.events", O_RDONLY);
    groups->cpu = open_in(groups->folders[2], "cpuacct.usage", O_RDONLY);
    return true;
}

static bool make_version_2(struct control_groups *groups, const char *name, struct fault *fault)
{
    struct hierarchy hierarchy;
    char own[512];
    if (!find_hierarchy(NULL, &hierarchy) || !find_own_group(NULL, own, sizeof own)) {
        errno = ENOENT;
        return fail(fault, "control group hierarchy (version 2)");
    }
    /* Beside the own group where that part of the tree is ours, else at the top. */
    char *last = strrchr(own, '/');
    if (last != NULL) *last = '\0';
    const char *const parents[] = { own, "" };
    struct fault first = { 0 };
    for (size_t index = 0; index < 2; index++) {
        char control[640];
        if (join(control, sizeof control, hierarchy.mount, parents[index], "cgroup.subtree_control")) {
            int subtree = open(control, O_WRONLY | O_CLOEXEC);
            if (subtree >= 0) {
                /* May be on already, or not ours to switch: the files below decide. */
                ssize_t written = write(subtree, "+memory +pids", 13);
                (void)written;
                close(subtree);
            }
        }
        struct fault attempt = { 0 };
        groups->count = 0;
        if (make_folder(groups, hierarchy.mount, parents[index], name, &attempt)) {
            groups->memory_limit = open_in(groups->folders[0], "memory.max", O_RDWR);
            if (groups->memory_limit >= 0) break;
            attempt.error = ENOENT;
            snprintf(attempt.step, sizeof attempt.step, "control group without the memory controller");
            remove_control_groups(groups);
        }
        groups->count = 0;
        if (first.error == 0) first = attempt;
    }
    if (groups->count == 0) {
        *fault = first;
        return false;
    }
    const char *folder = groups->folders[0];
    groups->memory_usage = open_in(folder, "memory.current", O_RDONLY);
    groups->memory_peak = open_in(folder, "memory.peak", O_RDWR);
    groups->memory_events = open_in(folder, "memory.events", O_RDONLY);
    groups->processes_limit = open_in(folder, "pids.max", O_RDWR);
    groups->processes_events = open_in(folder, "pids.events", O_RDONLY);
    groups->cpu = open_in(folder, "cpu.stat", O_RDONLY);
    int swap = open_in(folder, "memory.swap.max", O_WRONLY);
    if (swap >= 0) {
        ssize_t written = write(swap, "0", 1);
        (void)written; /* a machine without swap has nothing to forbid */
        close(swap);
    }
    return true;
}

bool make_control_groups(struct control_groups *groups, const char *name, struct fault *fault)
{
    *groups = (struct control_groups) { 0 };
    groups->memory_peak = -1;
    struct hierarchy hierarchy;
    bool has_version_1 = find_hierarchy("memory", &hierarchy);
    groups->is_unified = !has_version_1;
    bool made = has_version_1 ? make_version_1(groups, name, fault) : make_version_2(groups, name, fault);
    if (made
        && (groups->memory_limit < 0 || groups->memory_usage < 0 || groups->memory_events < 0
            || groups->processes_limit < 0 || groups->processes_events < 0 || groups->cpu < 0)) {
        made = fail(fault, "open the files of control group %s", name);
    }
    if (!made) remove_control_groups(groups);
    groups->available = made;
    return made;
}

bool enter_control_groups(const struct control_groups *groups, struct fault *fault)
{
    for (size_t index = 0; index < groups->count; index++) {
        if (write(groups->enter[index], "0", 1) != 1) return fail(fault, "enter %s", groups->folders[index]);
        close(groups->enter[index]);
    }
    return true;
}

void remove_control_groups(const struct control_groups *groups)
{
    for (size_t index = 0; index < groups->count; index++) {
        /* A dying process leaves its group a moment after its parent has seen the end. */
        for (int attempt = 0; attempt < 200; attempt++) {
            if (rmdir(groups->folders[index]) == 0 || errno != EBUSY) break;
            nanosleep(&(struct timespec) { .tv_nsec = 10000000 }, NULL);
        }
    }
}

static uint64_t read_number(int file, const char *key)
{
    char text[512];
    ssize_t size = pread(file, text, sizeof text - 1, 0);
    if (size <= 0) return 0;
    text[size] = '\0';
    const char *number = text;
    if (key != NULL) {
        for (number = strstr(text, key); number != NULL; number = strstr(number + 1, key)) {
            bool starts_line = number == text || number[-1] == '\n';
            if (starts_line && number[strlen(key)] == ' ') break;
        }
        if (number == NULL) return 0;
        number += strlen(key);
    }
    return strtoull(number, NULL, 10);
}

static bool write_number(int file, uint64_t number)
{
    char text[32];
    int size = snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    return pwrite(file, text, (size_t)size, 0) == size;
}

bool bound_control_groups(struct control_groups *groups, uint64_t memory_bytes, uint32_t processes,
    struct fault *fault)
{
    if (groups->memory_limit_set != memory_bytes) {
        if (!write_number(groups->memory_limit, memory_bytes)) return fail(fault, "set the memory limit");
        groups->memory_limit_set = memory_bytes;
    }
    if (groups->processes_limit_set != processes) {
        if (!write_number(groups->processes_limit, processes)) return fail(fault, "set the process limit");
        groups->processes_limit_set = processes;
    }
    return true;
}

uint64_t control_group_cpu_microseconds(const struct control_groups *groups)
{
    if (groups->is_unified) return read_number(groups->cpu, "usage_usec");
    return read_number(groups->cpu, NULL) / 1000;
}

struct control_group_reading read_control_groups(const struct control_groups *groups)
{
    return (struct control_group_reading) {
        .cpu_microseconds = control_group_cpu_microseconds(groups),
        .memory_bytes = read_number(groups->memory_usage, NULL),
        .out_of_memory_kills = read_number(groups->memory_events, "oom_kill"),
        .process_refusals = read_number(groups->processes_events, "max"),
    };
}

void reset_memory_peak(const struct control_groups *groups)
{
    /* Version 2 before Linux 6.12 cannot reset; the peak of the slot is then an upper bound. */
    if (groups->memory_peak >= 0) write_number(groups->memory_peak, 0);
}

uint64_t read_memory_peak(const struct control_groups *groups)
{
    return groups->memory_peak < 0 ? 0 : read_number(groups->memory_peak, NULL);
}

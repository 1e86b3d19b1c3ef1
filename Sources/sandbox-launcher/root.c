/*
 * The private root of a slot: a small read-only file system that holds the tool chain, a few devices, the
 * harness's own files under /harness, and the empty folder /box over which every execution mounts its own
 * scratch space. Sources are cloned as mount descriptors before anything is covered, so a tool chain may
 * lie anywhere, below /tmp too.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc's <sys/mount.h> and the kernel's <linux/mount.h> cannot be included together on older systems. */
int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data);
int umount2(const char *target, int flags);

enum { DETACH = 2 };

#define NEW_ROOT "/tmp"

static const char *const devices[] = { "null", "zero", "full", "random", "urandom" };
enum { DEVICE_COUNT = sizeof devices / sizeof devices[0] };

bool load_harness_files(struct harness_files *files, const struct options *options, struct fault *fault)
{
    files->count = 0;
    for (size_t index = 0; index < options->harness_file_count; index++) {
        const char *path = options->harness_files[index];
        struct harness_file *file = &files->files[index];
        const char *name = strrchr(path, '/');
        name = name == NULL ? path : name + 1;
        if (strlen(name) == 0 || strlen(name) >= sizeof file->name) {
            errno = ENAMETOOLONG;
            return fail(fault, "harness file %s", path);
        }
        strcpy(file->name, name);
        int source = open(path, O_RDONLY | O_CLOEXEC);
        if (source < 0) return fail(fault, "open %s", path);
        struct stat status;
        if (fstat(source, &status) < 0 || !S_ISREG(status.st_mode) || status.st_size > (64 << 20)) {
            close(source);
            errno = EFBIG;
            return fail(fault, "harness file %s (a regular file under 64 MiB)", path);
        }
        file->size = (size_t)status.st_size;
        file->mode = (status.st_mode & 0111) ? 0555 : 0444;
        file->content = malloc(file->size + 1);
        bool is_read = file->content != NULL && read_all(source, file->content, file->size);
        if (!is_read) fail(fault, "read %s", path);
        close(source);
        if (!is_read) return false;
        files->count++;
    }
    return true;
}

bool write_harness_files(const struct harness_files *files, const char *folder, struct fault *fault)
{
    if (mkdir(folder, 0755) < 0) return fail(fault, "mkdir %s", folder);
    for (size_t index = 0; index < files->count; index++) {
        const struct harness_file *file = &files->files[index];
        char path[640];
        snprintf(path, sizeof path, "%s/%s", folder, file->name);
        int target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file->mode);
        if (target < 0) return fail(fault, "create %s", path);
        bool is_written = write_all(target, file->content, file->size) && fchmod(target, file->mode) == 0;
        if (!is_written) fail(fault, "write %s", path);
        close(target);
        if (!is_written) return false;
    }
    return true;
}

static int clone_tree(const char *path, uint64_t attributes, struct fault *fault)
{
    int tree = (int)syscall(SYS_open_tree, AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    if (tree < 0) {
        fail(fault, "open_tree %s", path);
        return -1;
    }
    struct mount_attr wanted = { .attr_set = attributes };
    if (syscall(SYS_mount_setattr, tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &wanted, sizeof wanted) < 0) {
        fail(fault, "mount_setattr %s", path);
        close(tree);
        return -1;
    }
    return tree;
}

static bool attach(int tree, const char *target, struct fault *fault)
{
    if (syscall(SYS_move_mount, tree, "", AT_FDCWD, target, MOVE_MOUNT_F_EMPTY_PATH) < 0) {
        return fail(fault, "move_mount %s", target);
    }
    close(tree);
    return true;
}

/* Makes the folders above `path` inside the new root. */
static bool make_parents(char *path, struct fault *fault)
{
    for (char *slash = strchr(path + strlen(NEW_ROOT) + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool is_made = mkdir(path, 0755) == 0 || errno == EEXIST;
        *slash = '/';
        if (!is_made) return fail(fault, "mkdir above %s", path);
    }
    return true;
}

/* The links of a merged system, such as /lib to usr/lib. */
static bool make_links(const struct options *options, struct fault *fault)
{
    for (size_t index = 0; index < options->link_count; index++) {
        const char *sign = strchr(options->links[index], '=');
        char path[128];
        snprintf(path, sizeof path, NEW_ROOT "%.*s", (int)(sign - options->links[index]), options->links[index]);
        if (symlink(sign + 1, path) < 0) return fail(fault, "symlink %s", options->links[index]);
    }
    return true;
}

static bool make_file(const char *path, struct fault *fault)
{
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0444);
    if (file < 0) return fail(fault, "create %s", path);
    close(file);
    return true;
}

/* Puts the large files of the harness beside the copied ones. */
static bool attach_binds(const struct options *options, const int *trees, struct fault *fault)
{
    for (size_t index = 0; index < options->harness_bind_count; index++) {
        const char *sign = strchr(options->harness_binds[index], '=');
        char path[256];
        snprintf(path, sizeof path, NEW_ROOT "/harness/%.*s", (int)(sign - options->harness_binds[index]),
            options->harness_binds[index]);
        if (!make_file(path, fault) || !attach(trees[index], path, fault)) return false;
    }
    return true;
}

static bool write_text(const char *path, const char *text, struct fault *fault)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
    if (file < 0) return fail(fault, "create %s", path);
    bool is_written = write_all(file, text, strlen(text));
    close(file);
    return is_written || fail(fault, "write %s", path);
}

bool enter_private_root(const struct options *options, const struct harness_files *files, struct fault *fault)
{
    enum { READ_ONLY = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV };
    /* Nothing that happens here may travel back to the host. */
    if (mount(NULL, "/", NULL, (1UL << 14) | (1UL << 18), NULL) < 0) return fail(fault, "make / private");

    int trees[MAXIMUM_PATHS];
    for (size_t index = 0; index < options->read_only_count; index++) {
        /* A symbolic link stands for what it names. */
        trees[index] = clone_tree(options->read_only[index], READ_ONLY, fault);
        if (trees[index] < 0) return false;
    }
    int bind_trees[MAXIMUM_PATHS];
    for (size_t index = 0; index < options->harness_bind_count; index++) {
        bind_trees[index] = clone_tree(strchr(options->harness_binds[index], '=') + 1, READ_ONLY, fault);
        if (bind_trees[index] < 0) return false;
    }
    int device_trees[DEVICE_COUNT];
    for (size_t index = 0; index < DEVICE_COUNT; index++) {
        char path[64];
        snprintf(path, sizeof path, "/dev/%s", devices[index]);
        device_trees[index] = clone_tree(path, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC, fault);
        if (device_trees[index] < 0) return false;
    }
    /* A process file system can be mounted later only where one is in view already. */
    int proc = options->mounts_proc ? clone_tree("/proc", MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV, fault) : -1;
    if (options->mounts_proc && proc < 0) return false;

    if (mount("root", NEW_ROOT, "tmpfs", 0, "size=64m,mode=0755") < 0) return fail(fault, "mount the new root");
    static const char *const folders[] = { "/dev", "/box", "/proc", "/etc", "/var" };
    for (size_t index = 0; index < sizeof folders / sizeof folders[0]; index++) {
        char path[64];
        snprintf(path, sizeof path, NEW_ROOT "%s", folders[index]);
        if (mkdir(path, 0755) < 0) return fail(fault, "mkdir %s", folders[index]);
    }
    /* All scratch space is the box: nothing written there outlives the execution. */
    if (symlink("/box", NEW_ROOT "/tmp") < 0 || symlink("/box", NEW_ROOT "/var/tmp") < 0
        || symlink("/box", NEW_ROOT "/dev/shm") < 0) {
        return fail(fault, "symlink /tmp");
    }
    if (!write_text(NEW_ROOT "/etc/passwd", "box:x:1:1:box:/box:/bin/sh\n", fault)
        || !write_text(NEW_ROOT "/etc/group", "box:x:1:\n", fault)
        || !write_text(NEW_ROOT "/etc/hosts", "127.0.0.1 localhost\n", fault)
        || !write_text(NEW_ROOT "/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n", fault)) {
        return false;
    }
    if (!make_links(options, fault)) return false;
    for (size_t index = 0; index < options->read_only_count; index++) {
        char target[512];
        int length = snprintf(target, sizeof target, NEW_ROOT "%s", options->read_only[index]);
        if (length < 0 || (size_t)length >= sizeof target) {
            errno = ENAMETOOLONG;
            return fail(fault, "read-only path %s", options->read_only[index]);
        }
        if (!make_parents(target, fault)) return false;
        struct stat source;
        if (fstat(trees[index], &source) < 0) return fail(fault, "fstat %s", options->read_only[index]);
        if (S_ISDIR(source.st_mode)) {
            if (mkdir(target, 0755) < 0 && errno != EEXIST) return fail(fault, "mkdir %s", target);
        } else if (!make_file(target, fault)) {
            return false;
        }
        if (!attach(trees[index], target, fault)) return false;
    }
    for (size_t index = 0; index < DEVICE_COUNT; index++) {
        char target[64];
        snprintf(target, sizeof target, NEW_ROOT "/dev/%s", devices[index]);
        if (!make_file(target, fault)) return false;
        if (!attach(device_trees[index], target, fault)) return false;
    }
    if (proc >= 0 && !attach(proc, NEW_ROOT "/proc", fault)) return false;
    if (!write_harness_files(files, NEW_ROOT "/harness", fault)) return false;
    if (!attach_binds(options, bind_trees, fault)) return false;

    if (chdir(NEW_ROOT) < 0) return fail(fault, "chdir the new root");
    if (syscall(SYS_pivot_root, ".", ".") < 0) return fail(fault, "pivot_root");
    if (umount2(".", DETACH) < 0) return fail(fault, "detach the old root");
    if (chdir("/") < 0) return fail(fault, "chdir /");
    struct mount_attr wanted = { .attr_set = READ_ONLY };
    if (syscall(SYS_mount_setattr, AT_FDCWD, "/", 0, &wanted, sizeof wanted) < 0) {
        return fail(fault, "make the new root read-only");
    }
    return true;
}

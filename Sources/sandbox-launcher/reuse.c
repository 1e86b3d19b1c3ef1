/*
 * A box that its program left as it was found serves the next program too: making namespaces and taking them
 * down costs as much as half of a short program's run.
 *
 * "As it was found" is proved, not assumed. Everything a candidate can change in a box is one of: processes,
 * files below the working folder and the folder itself, System V objects, the count of process ids. The filter
 * leaves no other call that reaches a namespace's own state (no mounts, no message queues, no extended
 * attributes). The init answers for its namespaces, the launcher looks at the folder. Where anything is left, or
 * the program was stopped, the box is closed and the next one is new.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { ANSWER_MILLISECONDS = 1000, SHAPING_FLAGS = LAUNCHER_REQUEST_PROC };

/* semctl's fourth argument, which the caller has to define. */
union semaphore_argument {
    int value;
    struct seminfo *information;
};

int open_pid_counter(int proc_folder)
{
    return openat(proc_folder, "sys/kernel/ns_last_pid", O_WRONLY | O_CLOEXEC);
}

bool is_untouched_inside(int pid_counter)
{
    if (kill(-1, 0) == 0 || errno != ESRCH) return false;
    struct shm_info memory;
    if (shmctl(0, SHM_INFO, (struct shmid_ds *)(void *)&memory) < 0 || memory.used_ids != 0) return false;
    struct seminfo semaphores;
    union semaphore_argument argument = { .information = &semaphores };
    if (semctl(0, 0, SEM_INFO, argument) < 0 || semaphores.semusz != 0) return false;
    /* The next program gets the same process id as this one: runs must not differ by their order. */
    return pid_counter >= 0 && pwrite(pid_counter, "1", 1, 0) == 1;
}

/* The working folder of a box, reached through its init: only there it is mounted. */
static int open_box_folder(const struct box *box, const struct slot *slot)
{
    char path[64];
    snprintf(path, sizeof path, "%d/root/box", (int)box->init);
    return openat(slot->proc_folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static bool is_empty(int folder)
{
    char entries[1024];
    if (lseek(folder, 0, SEEK_SET) < 0) return false;
    long size = syscall(SYS_getdents64, folder, entries, sizeof entries);
    /* Exactly `.` and `..`, which come first. */
    return size == 2 * 24 && syscall(SYS_getdents64, folder, entries, sizeof entries) == 0;
}

/* Removes the harness's own files; true where that leaves the folder as it was when it was mounted. */
static bool restore_folder(int folder, const struct slot *slot, const struct request *request)
{
    for (uint32_t index = 0; index < request->header.file_count; index++) {
        if (unlinkat(folder, request->files[index].name, 0) < 0) return false;
    }
    struct stat status;
    if (!is_empty(folder) || fstat(folder, &status) < 0) return false;
    unsigned user = slot->policy.changes_user ? slot->policy.user : 0;
    if (status.st_mode != (S_IFDIR | 0700) || status.st_uid != user || status.st_gid != user) return false;
    return futimens(folder, NULL) == 0;
}

static bool answers_untouched(const struct box *box)
{
    char answer = 'n';
    if (write(box->control, "?", 1) != 1) return false;
    struct pollfd waiting = { .fd = box->events, .events = POLLIN };
    return poll(&waiting, 1, ANSWER_MILLISECONDS) == 1 && read(box->events, &answer, 1) == 1 && answer == 'y';
}

bool rest_box(struct box *box, struct slot *slot, const struct request *request)
{
    if (box->is_folder || !answers_untouched(box)) return false;
    if (box->folder < 0) box->folder = open_box_folder(box, slot);
    if (box->folder < 0 || !restore_folder(box->folder, slot, request)) return false;
    slot->resting = *box;
    box->init = box->init_descriptor = box->control = box->events = box->folder = -1;
    box->template.socket = box->template.status = -1;
    return true;
}

bool wake_box(struct box *box, struct slot *slot, const struct request *request)
{
    if (slot->resting.init < 0) return false;
    bool fits = slot->resting.room == box_room(request)
        && (slot->resting.flags & SHAPING_FLAGS) == (request->header.flags & SHAPING_FLAGS);
    struct fault unused = { 0 };
    if (!fits || !write_box_files(request, slot->resting.folder, &unused)) {
        discard_resting_box(slot);
        return false;
    }
    *box = slot->resting;
    slot->resting.init = -1;
    return true;
}

void discard_resting_box(struct slot *slot)
{
    if (slot->resting.init < 0) return;
    end_template(&slot->resting);
    close_box(&slot->resting, slot);
    close(slot->resting.events);
    slot->resting.init = -1;
}

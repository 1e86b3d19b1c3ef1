#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

bool read_all(int descriptor, void *bytes, size_t size)
{
    char *rest = bytes;
    while (size > 0) {
        ssize_t count = read(descriptor, rest, size);
        if (count == 0) {
            errno = ECONNRESET;
            return false;
        }
        if (count < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        rest += count;
        size -= (size_t)count;
    }
    return true;
}

bool write_all(int descriptor, const void *bytes, size_t size)
{
    const char *rest = bytes;
    while (size > 0) {
        ssize_t count = write(descriptor, rest, size);
        if (count < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        rest += count;
        size -= (size_t)count;
    }
    return true;
}

bool send_with_descriptors(int socket, const struct iovec *parts, size_t part_count, const int *descriptors,
    size_t descriptor_count)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(8 * sizeof(int))];
    } control;
    struct msghdr message = { .msg_iov = (struct iovec *)parts, .msg_iovlen = part_count };
    if (descriptor_count > 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = control.space;
        message.msg_controllen = CMSG_SPACE(descriptor_count * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(descriptor_count * sizeof(int));
        memcpy(CMSG_DATA(header), descriptors, descriptor_count * sizeof(int));
    }
    ssize_t sent;
    do {
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent >= 0;
}

bool receive_with_descriptor(int socket, void *bytes, size_t size, int *descriptor)
{
    *descriptor = -1;
    char *rest = bytes;
    while (size > 0) {
        union {
            struct cmsghdr header;
            char space[CMSG_SPACE(sizeof(int))];
        } control;
        struct iovec part = { .iov_base = rest, .iov_len = size };
        struct msghdr message = {
            .msg_iov = &part,
            .msg_iovlen = 1,
            .msg_control = control.space,
            .msg_controllen = sizeof control.space,
        };
        ssize_t count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
        if (count == 0) {
            errno = ECONNRESET;
            return false;
        }
        if (count < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            if (*descriptor >= 0) close(*descriptor);
            memcpy(descriptor, CMSG_DATA(header), sizeof(int));
        }
        rest += count;
        size -= (size_t)count;
    }
    return true;
}

uint64_t monotonic_microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

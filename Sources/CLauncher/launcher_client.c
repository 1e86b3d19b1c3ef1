#define _GNU_SOURCE
#include "launcher_client.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

int launcher_make_socket_pair(int *first, int *second)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0) return -errno;
    *first = pair[0];
    *second = pair[1];
    return 0;
}

int launcher_send(int socket, const void *bytes, size_t size, int descriptor)
{
    const char *rest = bytes;
    while (size > 0) {
        struct iovec part = { .iov_base = (void *)rest, .iov_len = size };
        union {
            struct cmsghdr header;
            char space[CMSG_SPACE(sizeof(int))];
        } control;
        struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
        if (descriptor >= 0) {
            memset(&control, 0, sizeof control);
            message.msg_control = control.space;
            message.msg_controllen = sizeof control.space;
            struct cmsghdr *header = CMSG_FIRSTHDR(&message);
            header->cmsg_level = SOL_SOCKET;
            header->cmsg_type = SCM_RIGHTS;
            header->cmsg_len = CMSG_LEN(sizeof(int));
            memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
        }
        ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno == EINTR) continue;
            return -errno;
        }
        descriptor = -1;
        rest += sent;
        size -= (size_t)sent;
    }
    return 0;
}

int launcher_receive(int socket, void *bytes, size_t size)
{
    char *rest = bytes;
    while (size > 0) {
        ssize_t count = read(socket, rest, size);
        if (count == 0) return -ECONNRESET;
        if (count < 0) {
            if (errno == EINTR) continue;
            return -errno;
        }
        rest += count;
        size -= (size_t)count;
    }
    return 0;
}

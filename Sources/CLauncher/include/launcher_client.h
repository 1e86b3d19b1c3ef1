/* The socket calls of the harness's end that Swift cannot make: descriptor passing needs C macros. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "launcher_protocol.h"

/* Makes a connected pair of stream sockets that no child inherits by accident; 0, or -errno. */
int launcher_make_socket_pair(int *_Nonnull first, int *_Nonnull second);

/* Sends all bytes, the descriptor (unless -1) with the first of them; 0, or -errno. Never raises SIGPIPE. */
int launcher_send(int socket, const void *_Nonnull bytes, size_t size, int descriptor);

/* Reads exactly `size` bytes; 0, -ECONNRESET where the launcher is gone, or -errno. */
int launcher_receive(int socket, void *_Nonnull bytes, size_t size);

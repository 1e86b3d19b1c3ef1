/*
 * The part of a fork server that must not be written in its own language.
 *
 * A zygote (a ready interpreter inside the sandbox) loads this library, waits for jobs, forks with its own
 * runtime's fork, and calls guest_confine() in the child. The zygote never sees a candidate's bytes: it
 * passes descriptors on, and the child reads its program after it has been confined.
 */
#pragma once

/* Waits for a job; returns its number of arguments, or -1 when the launcher is gone. */
int guest_receive(void);

/* The job's argument at `index`, or NULL. */
const char *guest_argument(int index);

/* In the forked child: confines it for good. Does not return where a step fails. */
int guest_confine(void);

/* In the zygote: waits for the child and reports its end; returns 0, or -1 when the launcher is gone. */
int guest_supervise(int process);

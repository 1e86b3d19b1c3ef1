/*
 * The part of a fork server that must not be written in its own language.
 *
 * A zygote (a ready interpreter inside the sandbox) loads this library. For each box that the launcher opens it
 * forks a template with its own runtime's fork; the template confines itself in that box for good, and then forks a
 * program's process for each job there. A program's process is confined from its first instruction, because its
 * parent is. Neither zygote nor template ever sees a candidate's bytes: they pass descriptors on, and the child
 * reads its program.
 */
#pragma once

/* In the zygote: waits for a box; returns 0, or -1 when the launcher is gone. */
int guest_await_box(void);

/* In the zygote, with the template's process id or -1: gives the box away. Returns 0, or -1. */
int guest_hand_over(int process);

/* In the template: joins the box and confines the process for good. Does not return where a step fails. */
int guest_enter_box(void);

/* In the template: waits for a job; returns its number of arguments, or -1 when the box is not needed any more. */
int guest_receive(void);

/* The job's argument at `index`, or NULL. */
const char *guest_argument(int index);

/* In the forked child: takes the job's descriptors, and keeps no others. Does not return where a step fails. */
int guest_begin(void);

/* In the template: waits for the child and reports its end; returns 0, or -1 when the launcher is gone. */
int guest_supervise(int process);

/*
 * In a Python zygote: a new reference to a function that answers ordinary calls on a program's channel, see shortcut.c,
 * or to None where this interpreter's objects are not laid out as it expects.
 *
 * It takes the names of the program's module, bytes that have been read already, and the only process that may
 * answer. It returns the bytes it has not used, or None at the end of the calls; how many calls it has answered; and
 * None or a call half done: its number, the exception or None, the result, the arguments, and their encoding before the call.
 */
void *guest_shortcut(void);

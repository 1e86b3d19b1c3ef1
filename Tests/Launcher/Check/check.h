/* What the files of launcher-check share; a section per file. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* faults.c */

struct fault_plan {
    const char *launcher;
    const char *level;
    unsigned long first, last, stride; /* the calls that fail, from 1 */
    const char *folder;                /* for the levels without a private root */
};

/* Returns 0 where nothing was worse than an error. */
int inject_faults(const struct fault_plan *plan);

/* client.c: the harness's side of the wire, in as few calls as can be */

enum outcome {
    OUTCOME_WHOLE,  /* the probe ran behind every fence and all was refused */
    OUTCOME_NAMED,  /* an error that names what failed */
    OUTCOME_GONE,   /* the launcher ended */
    OUTCOME_BROKEN, /* a half-built jail, or an answer that is none */
};

struct conversation {
    enum outcome outcome;
    char words[320];
};

/* Has the launcher at the other end of the socket run its own probe once. */
void converse(int socket, const char *launcher, const char *level, struct conversation *result);

/* replay.c */

/* Gives each file of a folder to the request parser; 0 where it came back from all of them. */
int replay_requests(const char *folder);

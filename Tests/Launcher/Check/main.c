/*
 * launcher-check: makes every system call of the sandbox launcher fail in turn, and replays requests to its parser.
 *
 *   launcher-check faults LAUNCHER LEVEL FIRST LAST STRIDE FOLDER
 *   launcher-check replay FOLDER
 *
 * `faults` starts the real launcher under ptrace, lets it run its own probe in a box, and makes the n-th system call
 * fail that keeper, launcher or init makes: the call is not made, and gives EIO. What may come of it is the
 * probe's whole and right answer, from behind every fence, or an error with the name of what failed, or the end of
 * the launcher, which the harness reports as its loss. A probe that got through anywhere, a fence that is missing, a
 * process that is left or a launcher that hangs is a fault, and makes the exit code 1.
 *
 * A line per call: number, process, call, what came of it.
 */
#define _GNU_SOURCE
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments)
{
    if (count == 8 && strcmp(arguments[1], "faults") == 0) {
        struct fault_plan plan = {
            .launcher = arguments[2],
            .level = arguments[3],
            .first = strtoul(arguments[4], NULL, 10),
            .last = strtoul(arguments[5], NULL, 10),
            .stride = strtoul(arguments[6], NULL, 10),
            .folder = arguments[7],
        };
        return plan.first == 0 || plan.stride == 0 ? 64 : inject_faults(&plan);
    }
    if (count == 3 && strcmp(arguments[1], "replay") == 0) return replay_requests(arguments[2]);
    fprintf(stderr, "usage: launcher-check faults LAUNCHER LEVEL FIRST LAST STRIDE FOLDER | replay FOLDER\n");
    return 64;
}

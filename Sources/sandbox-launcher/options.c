#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static bool parse_isolation(struct options *options, const char *name)
{
    static const char *const names[] = { "none", "fence", "namespaces", "full" };
    for (int level = 0; level < 4; level++) {
        if (strcmp(name, names[level]) == 0) {
            options->isolation = (enum launcher_isolation)level;
            return true;
        }
    }
    return false;
}

/* NAME=/PATH with a name that is one component. */
static bool is_bind(const char *text)
{
    const char *sign = strchr(text, '=');
    if (sign == NULL || sign == text || sign - text >= LAUNCHER_MAXIMUM_NAME || sign[1] != '/') return false;
    return memchr(text, '/', (size_t)(sign - text)) == NULL && text[0] != '.';
}

/* /TOP=target with a link at the top of the root. */
static bool is_link(const char *text)
{
    const char *sign = strchr(text, '=');
    if (text[0] != '/' || sign == NULL || sign == text + 1 || sign[1] == '\0' || sign - text >= 64) return false;
    return memchr(text + 1, '/', (size_t)(sign - text) - 1) == NULL && text[1] != '.';
}

static bool parse_number(const char *text, unsigned long limit, unsigned *number)
{
    char *end;
    unsigned long parsed = strtoul(text, &end, 10);
    if (*end != '\0' || end == text || parsed >= limit) return false;
    *number = (unsigned)parsed;
    return true;
}

bool parse_options(struct options *options, int count, char **arguments, struct fault *fault)
{
    enum { ISOLATION = 1, SLOT, CONTROL_GROUP, WORK_FOLDER, READ_ONLY, HARNESS_FILE, HARNESS_BIND, LINK, ENVIRONMENT,
        PROC, PROCESSOR };
    static const struct option known[] = {
        { "isolation", required_argument, NULL, ISOLATION },
        { "slot", required_argument, NULL, SLOT },
        { "control-group", required_argument, NULL, CONTROL_GROUP },
        { "work-folder", required_argument, NULL, WORK_FOLDER },
        { "read-only", required_argument, NULL, READ_ONLY },
        { "harness-file", required_argument, NULL, HARNESS_FILE },
        { "harness-bind", required_argument, NULL, HARNESS_BIND },
        { "link", required_argument, NULL, LINK },
        { "environment", required_argument, NULL, ENVIRONMENT },
        { "proc", no_argument, NULL, PROC },
        { "processor", required_argument, NULL, PROCESSOR },
        { NULL, 0, NULL, 0 },
    };
    *options = (struct options) { .isolation = LAUNCHER_ISOLATION_NAMESPACES };
    opterr = 0;
    errno = EINVAL;
    for (;;) {
        int option = getopt_long(count, arguments, "+", known, NULL);
        if (option < 0) break;
        switch (option) {
        case ISOLATION:
            if (!parse_isolation(options, optarg)) return fail(fault, "option --isolation %s", optarg);
            break;
        case SLOT:
            if (!parse_number(optarg, 512, &options->slot)) return fail(fault, "option --slot %s", optarg);
            break;
        case PROCESSOR:
            options->has_processor = parse_number(optarg, 1 << 20, &options->processor);
            if (!options->has_processor) return fail(fault, "option --processor %s", optarg);
            break;
        case CONTROL_GROUP:
            if (strchr(optarg, '/') != NULL) return fail(fault, "option --control-group %s", optarg);
            options->control_group = optarg;
            break;
        case WORK_FOLDER: options->work_folder = optarg; break;
        case READ_ONLY:
            if (options->read_only_count == MAXIMUM_PATHS || optarg[0] != '/') {
                return fail(fault, "option --read-only %s", optarg);
            }
            options->read_only[options->read_only_count++] = optarg;
            break;
        case HARNESS_FILE:
            if (options->harness_file_count == MAXIMUM_PATHS) return fail(fault, "option --harness-file");
            options->harness_files[options->harness_file_count++] = optarg;
            break;
        case HARNESS_BIND:
            if (options->harness_bind_count == MAXIMUM_PATHS || !is_bind(optarg)) {
                return fail(fault, "option --harness-bind %s", optarg);
            }
            options->harness_binds[options->harness_bind_count++] = optarg;
            break;
        case LINK:
            if (options->link_count == MAXIMUM_PATHS || !is_link(optarg)) {
                return fail(fault, "option --link %s", optarg);
            }
            options->links[options->link_count++] = optarg;
            break;
        case ENVIRONMENT:
            if (options->environment_count == MAXIMUM_ENVIRONMENT || strchr(optarg, '=') == NULL) {
                return fail(fault, "option --environment");
            }
            options->environment[options->environment_count++] = optarg;
            break;
        case PROC: options->mounts_proc = true; break;
        default: return fail(fault, "option %s", arguments[optind - 1]);
        }
    }
    options->environment[options->environment_count] = NULL;
    if (optind < count) options->zygote_command = arguments + optind;
    return true;
}

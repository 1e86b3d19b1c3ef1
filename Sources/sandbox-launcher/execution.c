/*
 * One execution: open the box, start the program in it, watch it from outside, close the box, report.
 * All clocks and counters are the launcher's or the kernel's; nothing a candidate says about itself counts.
 */
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    TICK_MILLISECONDS = 20,        /* how often CPU time is looked at once it could have run out */
    ZYGOTE_REPLY_MILLISECONDS = 5000,
    MEMORY_SLACK = 16 << 20,       /* kernel memory and the launcher's own buffers, per slot */
    PROCESS_SLACK = 5,             /* launcher, zygote, init, template */
    QUIET_MILLISECONDS = 20,       /* at first nobody looks at what it writes: a pipe holds that much */
    FOLLOW_MILLISECONDS = 50,      /* for a program to notice by itself that nobody asks any more */
};

/* Captured bytes of one pipe. */
struct capture {
    int pipe; /* -1 once at its end */
    char *bytes;
    size_t size;
    size_t capacity;
    uint64_t limit;
    bool is_over;
    int error; /* errno, where bytes may be missing for a reason that is not the program's */
};

struct execution {
    struct slot *slot;
    const struct request *request;
    struct box box;
    struct capture output, error_output, results;
    int status_pipe;
    int channel;         /* kept only to see the other end go */
    uint64_t follow_end; /* when a program whose channel has gone is stopped; 0 while it has not */
    struct confinement_status status;
    bool is_armed;
    pid_t process; /* as the launcher sees it; 0 where it cannot */
    bool has_ended;
    bool is_lost;    /* with its template, of which only the kernel can rid it: memory has run out */
    bool is_stopped; /* by the launcher, because its channel had gone */
    int wait_status;
    uint64_t cpu_microseconds;
    uint64_t peak_memory_bytes;
    uint64_t started;
    uint64_t cpu_before;
    struct control_group_reading before;
    enum launcher_limit limit;
    struct fault fault;
};

static void drain(struct capture *capture)
{
    while (capture->pipe >= 0) {
        if (capture->capacity - capture->size < 16384) {
            size_t wanted = capture->capacity == 0 ? 32768 : capture->capacity * 2;
            char *bytes = realloc(capture->bytes, wanted);
            if (bytes == NULL) {
                capture->error = ENOMEM;
                close(capture->pipe);
                capture->pipe = -1;
                return;
            }
            capture->bytes = bytes;
            capture->capacity = wanted;
        }
        ssize_t count = read(capture->pipe, capture->bytes + capture->size, capture->capacity - capture->size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) return;
        if (count <= 0) {
            if (count < 0) capture->error = errno;
            close(capture->pipe);
            capture->pipe = -1;
            return;
        }
        capture->size += (size_t)count;
        if (capture->size > capture->limit) {
            capture->size = (size_t)capture->limit;
            capture->is_over = true;
            return;
        }
    }
}

static void close_capture(struct capture *capture)
{
    if (capture->pipe >= 0) close(capture->pipe);
    capture->pipe = -1;
}

static bool open_capture(struct capture *capture, uint64_t limit, int *write_end, struct fault *fault)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) return fail(fault, "pipe");
    *capture = (struct capture) { .pipe = ends[0], .limit = limit };
    *write_end = ends[1];
    if (fcntl(ends[0], F_SETFL, O_NONBLOCK) < 0) return fail(fault, "fcntl O_NONBLOCK");
    return true;
}

/* The calls as a file that nobody can change any more. */
static int open_calls(const struct request *request, struct fault *fault)
{
    int file = memfd_create("calls", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) {
        fail(fault, "memfd_create calls");
        return -1;
    }
    bool is_ready = write_all(file, request->calls, request->calls_size) && lseek(file, 0, SEEK_SET) == 0
        && fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0;
    if (is_ready) return file;
    fail(fault, "write the calls");
    close(file);
    return -1;
}

/* Replaces the folder a command was planned for by the one this level has. */
static char *place_argument(const struct slot *slot, char *argument, char *space, size_t size)
{
    if (strncmp(argument, "/harness/", 9) != 0 || strcmp(slot->harness_folder, "/harness") == 0) return argument;
    snprintf(space, size, "%s%s", slot->harness_folder, argument + 8);
    return space;
}

static bool start_cold(struct execution *self, const int *descriptors)
{
    static char spaces[4][512];
    char *command[LAUNCHER_MAXIMUM_ARGUMENTS + 1];
    size_t placed = 0;
    uint32_t count = self->request->header.argument_count;
    for (uint32_t index = 0; index < count; index++) {
        char *argument = self->request->arguments[index];
        command[index] = placed < 4 ? place_argument(self->slot, argument, spaces[placed], sizeof spaces[0]) : argument;
        if (command[index] != argument) placed++;
    }
    command[count] = NULL;
    int status[2];
    if (pipe2(status, O_CLOEXEC) < 0) return fail(&self->fault, "pipe");
    struct cold_start cold = {
        .command = command,
        .environment = (char **)self->slot->options->environment,
        .descriptors = descriptors,
        .status = status[1],
    };
    self->status_pipe = status[0];
    discard_resting_box(self->slot);
    bool is_open = open_box(&self->box, self->slot, self->request, &cold, &self->fault);
    close(status[1]);
    return is_open;
}

/* Takes over what is known of the box's template, or will be on its status pipe. */
static void take_template(struct execution *self)
{
    struct template *template = &self->box.template;
    self->status = template->confined;
    self->is_armed = template->confined.magic == LAUNCHER_MAGIC;
    self->status_pipe = template->status;
    template->status = -1;
}

static bool start_warm(struct execution *self, const int *descriptors)
{
    struct box *box = &self->box;
    if (!wake_box(box, self->slot, self->request) && !open_box(box, self->slot, self->request, NULL, &self->fault)) {
        return false;
    }
    /* A template may have died since its last job: nothing is lost with it. */
    bool is_sent = has_template_for(box, self->request) && send_job(box, self->request, descriptors);
    if (!is_sent && start_template(box, self->slot, self->request, &self->fault)) {
        is_sent = send_job(box, self->request, descriptors) || fail(&self->fault, "send the job to the template");
    }
    if (is_sent) {
        take_template(self);
        return true;
    }
    end_template(box);
    close_box(box, self->slot);
    return false;
}

static void close_channel(struct execution *self)
{
    if (self->channel >= 0) close(self->channel);
    self->channel = -1;
}

static bool is_warm(const struct execution *self) { return self->request->header.flags & LAUNCHER_REQUEST_WARM; }

static bool start(struct execution *self)
{
    const struct launcher_limits *limits = &self->request->header.limits;
    /* Opened for each program: flags and locks belong to what was opened, and would tell the next one something. */
    const int null_device = open("/dev/null", O_RDWR | O_CLOEXEC);
    int descriptors[CONFINEMENT_DESCRIPTOR_COUNT] = { null_device, -1, -1, -1, -1 };
    self->status_pipe = -1;
    self->channel = self->request->channel;
    self->box.events = self->box.template.socket = self->box.template.status = -1;
    self->output.pipe = self->error_output.pipe = self->results.pipe = -1;
    bool is_started = (null_device >= 0 || fail(&self->fault, "open /dev/null"))
        && open_capture(&self->output, limits->output_bytes, &descriptors[1], &self->fault)
        && open_capture(&self->error_output, limits->output_bytes, &descriptors[2], &self->fault)
        && open_capture(&self->results, limits->result_bytes, &descriptors[4], &self->fault);
    if (is_started) {
        bool has_channel = self->request->header.flags & LAUNCHER_REQUEST_CHANNEL;
        descriptors[3] = has_channel ? self->request->channel : open_calls(self->request, &self->fault);
        is_started = descriptors[3] >= 0 || fail(&self->fault, "no channel came with the request");
        if (is_started && !has_channel && self->request->header.flags & LAUNCHER_REQUEST_INPUT) {
            descriptors[0] = descriptors[3];
            descriptors[3] = null_device;
        }
        if (self->slot->groups.available) {
            self->before = read_control_groups(&self->slot->groups);
            reset_memory_peak(&self->slot->groups);
            is_started = is_started
                && bound_control_groups(&self->slot->groups,
                    /* Rounded, so that the limit of a slot is not written anew for every execution. */
                    ((self->before.memory_bytes >> 23) << 23) + limits->memory_bytes + MEMORY_SLACK,
                    limits->processes + PROCESS_SLACK, &self->fault);
        }
        self->started = monotonic_microseconds();
        is_started = is_started && (is_warm(self) ? start_warm(self, descriptors) : start_cold(self, descriptors));
        int calls = descriptors[3] == null_device ? descriptors[0] : descriptors[3];
        if (!has_channel && calls >= 0) close(calls);
        /* A copy that stayed open here would hide the program's end from the other side. */
        if (!(self->request->header.flags & LAUNCHER_REQUEST_FOLLOWS)) close_channel(self);
    }
    for (int index = 1; index <= 4; index++) {
        if (index != 3 && descriptors[index] >= 0) close(descriptors[index]);
    }
    if (null_device >= 0) close(null_device);
    return is_started;
}

/* The status pipe holds one report, or two where the program could not be executed: the last one counts. */
static void take_status(struct execution *self)
{
    for (;;) {
        struct confinement_status status;
        ssize_t count = read(self->status_pipe, &status, sizeof status);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(&self->fault, "read the program's status");
        if (count != (ssize_t)sizeof status || status.magic != LAUNCHER_MAGIC) break;
        status.step[sizeof status.step - 1] = '\0';
        self->status = status;
        self->is_armed = status.error == 0;
        return;
    }
    close(self->status_pipe);
    self->status_pipe = -1;
}

static void take_event(struct execution *self, const struct guest_event *event)
{
    switch (event->kind) {
    case GUEST_STARTED: self->process = event->process; break;
    case GUEST_ENDED:
        self->has_ended = true;
        self->wait_status = event->wait_status;
        self->peak_memory_bytes = event->peak_memory_bytes;
        /* A cold program is a child of the init, whose own usage will contain it. */
        if (is_warm(self)) self->cpu_microseconds += event->cpu_microseconds;
        break;
    default:
        errno = event->error ? event->error : EIO;
        fail(&self->fault, is_warm(self) ? "fork the template" : "fork the program");
        self->has_ended = true;
    }
}

static int event_source(const struct execution *self)
{
    return is_warm(self) ? self->box.template.socket : self->box.events;
}

static void read_event(struct execution *self)
{
    struct guest_event event;
    ssize_t count = read(event_source(self), &event, sizeof event);
    if (count == (ssize_t)sizeof event) {
        take_event(self, &event);
    } else if (count >= 0 || errno != EINTR) {
        self->has_ended = self->is_lost = true;
        self->wait_status = SIGKILL;
    }
}

static uint64_t cpu_so_far(const struct execution *self)
{
    if (self->slot->groups.available) {
        return control_group_cpu_microseconds(&self->slot->groups) - self->before.cpu_microseconds;
    }
    clockid_t clock;
    struct timespec time;
    if (self->process <= 0 || clock_getcpuclockid(self->process, &clock) != 0) return 0;
    if (clock_gettime(clock, &time) < 0) return 0;
    return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000;
}

/*
 * Whether the program may still be one of the many that are over in a moment. To wake the launcher for each word
 * of theirs would cost them as much as the rest of watching; what they write waits in the pipes.
 */
static bool is_quiet(uint64_t elapsed)
{
    return elapsed < QUIET_MILLISECONDS * 1000;
}

/* Decides whether a limit has been reached, and how long to sleep until the next look; -1 to stop. */
static int check_limits(struct execution *self)
{
    const struct launcher_limits *limits = &self->request->header.limits;
    uint64_t elapsed = monotonic_microseconds() - self->started;
    uint64_t wall = limits->wall_milliseconds * 1000;
    uint64_t cpu = limits->cpu_milliseconds * 1000;
    if (self->output.is_over || self->error_output.is_over || self->results.is_over) {
        self->limit = LAUNCHER_LIMIT_OUTPUT;
        return 0;
    }
    static long processors;
    if (processors == 0) processors = sysconf(_SC_NPROCESSORS_ONLN);
    /* As long as all processors together could not have used the time up, nobody needs to look. */
    uint64_t earliest = cpu / (uint64_t)(processors > 0 ? processors : 1);
    if (elapsed >= earliest && cpu_so_far(self) >= cpu) {
        self->limit = LAUNCHER_LIMIT_CPU_TIME;
        return 0;
    }
    if (elapsed >= wall) {
        self->limit = LAUNCHER_LIMIT_WALL_TIME;
        return 0;
    }
    uint64_t next = wall - elapsed;
    if (is_quiet(elapsed) && QUIET_MILLISECONDS * 1000 - elapsed < next) {
        next = QUIET_MILLISECONDS * 1000 - elapsed;
    }
    if (self->follow_end != 0) {
        uint64_t now = self->started + elapsed;
        if (now >= self->follow_end) return -1;
        if (self->follow_end - now < next) next = self->follow_end - now;
    }
    if (elapsed < earliest) {
        if (earliest - elapsed < next) next = earliest - elapsed;
    } else if (next > TICK_MILLISECONDS * 1000) {
        next = TICK_MILLISECONDS * 1000;
    }
    return (int)(next / 1000) + 1;
}

/* Watches until the program has ended or must; false where the harness itself has gone. */
static bool watch(struct execution *self, int control)
{
    enum { OUTPUT, ERROR_OUTPUT, RESULTS, STATUS, EVENTS, CONTROL, CHANNEL, SOURCES };
    while (!self->has_ended) {
        int sleep = check_limits(self);
        self->is_stopped = sleep < 0;
        if (self->limit != LAUNCHER_LIMIT_NOT_HIT || self->is_stopped) return true;
        bool is_watched = !is_quiet(monotonic_microseconds() - self->started);
        struct pollfd sources[SOURCES] = {
            [OUTPUT] = { .fd = is_watched ? self->output.pipe : -1, .events = POLLIN },
            [ERROR_OUTPUT] = { .fd = is_watched ? self->error_output.pipe : -1, .events = POLLIN },
            [RESULTS] = { .fd = is_watched ? self->results.pipe : -1, .events = POLLIN },
            [STATUS] = { .fd = is_watched ? self->status_pipe : -1, .events = POLLIN },
            [EVENTS] = { .fd = event_source(self), .events = POLLIN },
            [CONTROL] = { .fd = control, .events = POLLRDHUP },
            [CHANNEL] = { .fd = self->follow_end == 0 ? self->channel : -1, .events = POLLRDHUP },
        };
        if (poll(sources, SOURCES, sleep) < 0 && errno != EINTR) {
            fail(&self->fault, "poll");
            return true;
        }
        if (sources[CONTROL].revents & (POLLRDHUP | POLLHUP | POLLERR)) return false;
        if (sources[CHANNEL].revents) {
            self->follow_end = monotonic_microseconds() + FOLLOW_MILLISECONDS * 1000;
        }
        if (sources[OUTPUT].revents) drain(&self->output);
        if (sources[ERROR_OUTPUT].revents) drain(&self->error_output);
        if (sources[RESULTS].revents) drain(&self->results);
        if (sources[STATUS].revents) take_status(self);
        if (sources[EVENTS].revents) read_event(self);
    }
    return true;
}

/* After the box has been closed: the last words of program and zygote. */
static void collect(struct execution *self)
{
    while (!self->has_ended && self->fault.error == 0) {
        struct pollfd waiting = { .fd = event_source(self), .events = POLLIN };
        if (poll(&waiting, 1, ZYGOTE_REPLY_MILLISECONDS) == 1) {
            read_event(self);
            continue;
        }
        errno = ETIMEDOUT;
        fail(&self->fault, "wait for the end of the program");
        /* The template is the zygote's child and ends with it. */
        if (is_warm(self)) stop_zygote(self->slot);
    }
    while (self->status_pipe >= 0) take_status(self);
    bool was_over = self->output.is_over || self->error_output.is_over || self->results.is_over;
    drain(&self->output);
    drain(&self->error_output);
    drain(&self->results);
    const struct capture *captures[] = { &self->output, &self->error_output, &self->results };
    for (size_t index = 0; index < 3; index++) {
        if (captures[index]->error == 0) continue;
        errno = captures[index]->error;
        fail(&self->fault, "read what the program wrote");
    }
    bool is_over = self->output.is_over || self->error_output.is_over || self->results.is_over;
    if (is_over && !was_over && self->limit == LAUNCHER_LIMIT_NOT_HIT) self->limit = LAUNCHER_LIMIT_OUTPUT;
}

/* The cause that is believed where the launcher did not end the program itself. */
static void find_cause(struct execution *self, uint64_t cpu)
{
    if (self->limit != LAUNCHER_LIMIT_NOT_HIT) return;
    int status = self->wait_status;
    int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    bool has_failed = signal != 0 || WEXITSTATUS(status) != 0;
    struct control_group_reading after = self->before;
    if (self->slot->groups.available && has_failed) after = read_control_groups(&self->slot->groups);
    if (after.out_of_memory_kills > self->before.out_of_memory_kills) {
        self->limit = LAUNCHER_LIMIT_MEMORY;
    } else if (self->is_lost) {
        /* Not a cause, but a fault. */
    } else if (signal == SIGSYS) {
        self->limit = LAUNCHER_LIMIT_FORBIDDEN_SYSTEM_CALL;
    } else if (signal == SIGXCPU
        || (signal == SIGKILL && cpu >= self->request->header.limits.cpu_milliseconds * 1000)) {
        self->limit = LAUNCHER_LIMIT_CPU_TIME;
    } else if (signal == SIGXFSZ) {
        self->limit = LAUNCHER_LIMIT_FILES;
    } else if (after.process_refusals > self->before.process_refusals) {
        self->limit = LAUNCHER_LIMIT_PROCESSES;
    }
}

static void fill_report(struct execution *self, struct launcher_report *report)
{
    uint64_t cpu = self->cpu_microseconds;
    if (self->slot->groups.available) {
        uint64_t now = control_group_cpu_microseconds(&self->slot->groups);
        uint64_t counted = now > self->before.cpu_microseconds ? now - self->before.cpu_microseconds : 0;
        /* The group sees what rusage cannot (children whose end nobody awaited); it also sees the slot's
           own work for this execution, so the larger of the two is an upper bound by a millisecond. */
        if (counted > cpu) cpu = counted;
        uint64_t peak = read_memory_peak(&self->slot->groups);
        if (peak > self->before.memory_bytes) self->peak_memory_bytes = peak - self->before.memory_bytes;
    }
    find_cause(self, cpu);
    report->wait_status = self->wait_status;
    report->limit = self->limit;
    report->fences = self->status.fences;
    report->has_peak_memory = self->peak_memory_bytes > 0;
    report->is_stopped = self->is_stopped;
    report->cpu_microseconds = cpu;
    report->wall_microseconds = monotonic_microseconds() - self->started;
    report->peak_memory_bytes = self->peak_memory_bytes;
    report->output_size = self->output.size;
    report->error_output_size = self->error_output.size;
    report->result_size = self->results.size;
    if (self->fault.error == 0 && self->limit == LAUNCHER_LIMIT_NOT_HIT && !self->is_armed) {
        errno = self->status.error ? self->status.error : ECHILD;
        fail(&self->fault, "%s", self->status.step[0] ? self->status.step : "the program died before it was confined");
    }
    if (self->is_lost && self->limit == LAUNCHER_LIMIT_NOT_HIT) {
        errno = ECHILD;
        fail(&self->fault, is_warm(self) ? "the template has died" : "the box has died");
    }
    report->error = self->fault.error;
    memcpy(report->step, self->fault.step, sizeof report->step);
}

/* Returns false where the harness has gone. */
static bool execute(struct slot *slot, const struct request *request, int control)
{
    struct execution self = { .slot = slot, .request = request };
    struct launcher_report report = { .magic = LAUNCHER_MAGIC, .id = request->header.id };
    bool is_connected = true;
    if (start(&self)) {
        is_connected = watch(&self, control);
        close_channel(&self);
        if (self.status_pipe >= 0) take_status(&self);
        bool may_rest = is_connected && is_warm(&self) && self.has_ended && !self.is_lost && self.is_armed
            && self.fault.error == 0 && self.limit == LAUNCHER_LIMIT_NOT_HIT;
        if (may_rest) self.box.template.confined = self.status;
        if (!may_rest || !rest_box(&self.box, slot, request)) self.cpu_microseconds += close_box(&self.box, slot);
        collect(&self);
        end_template(&self.box);
    }
    close_channel(&self);
    if (self.box.events >= 0) close(self.box.events);
    fill_report(&self, &report);
    struct iovec parts[] = {
        { .iov_base = &report, .iov_len = sizeof report },
        { .iov_base = self.output.bytes, .iov_len = self.output.size },
        { .iov_base = self.error_output.bytes, .iov_len = self.error_output.size },
        { .iov_base = self.results.bytes, .iov_len = self.results.size },
    };
    for (size_t index = 0; is_connected && index < 4; index++) {
        is_connected = write_all(control, parts[index].iov_base, parts[index].iov_len);
    }
    if (self.status_pipe >= 0) close(self.status_pipe);
    close_capture(&self.output);
    close_capture(&self.error_output);
    close_capture(&self.results);
    free(self.output.bytes);
    free(self.error_output.bytes);
    free(self.results.bytes);
    return is_connected;
}

int serve(struct slot *slot, int control)
{
    /* The same few buffers come and go with every execution: keep their pages. */
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    for (bool is_connected = true; is_connected;) {
        struct request request = { .channel = -1 };
        if (!receive_with_descriptor(control, &request.header, sizeof request.header, &request.channel)) break;
        if (request.header.magic != LAUNCHER_MAGIC || request.header.payload_size > LAUNCHER_MAXIMUM_PAYLOAD) {
            fprintf(stderr, "sandbox-launcher: a request is not one: the wire is out of step\n");
            return 1;
        }
        size_t size = (size_t)request.header.payload_size;
        request.payload = malloc(size + 1);
        char *strings = malloc(size + LAUNCHER_MAXIMUM_ARGUMENTS + 1);
        if (request.payload == NULL || strings == NULL) {
            fprintf(stderr, "sandbox-launcher: no memory for a request of %zu bytes\n", size);
            return 1;
        }
        bool owns_channel = true;
        if (!read_all(control, request.payload, size)) {
            is_connected = false;
        } else if (!parse_payload(&request, strings)) {
            struct launcher_report report = {
                .magic = LAUNCHER_MAGIC, .id = request.header.id, .error = EINVAL, .step = "parse the request"
            };
            is_connected = write_all(control, &report, sizeof report);
        } else {
            owns_channel = false;
            is_connected = execute(slot, &request, control);
        }
        if (owns_channel && request.channel >= 0) close(request.channel);
        free(strings);
        free(request.payload);
    }
    discard_resting_box(slot);
    return 0;
}

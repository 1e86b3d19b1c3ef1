/*
 * Ordinary calls of a Python candidate, answered without the driver.
 *
 * Most calls bring numbers, texts and lists, and most answers are such. Answered in Python each costs a forked
 * child a hundred pages of the driver's own objects, whose counts of references are in them, and as much time as the
 * call itself. This answers them with the same bytes as runners/python/candidate.py and wire.py would, and leaves to
 * these whatever is not ordinary: other kinds of values, large ones, exceptions, methods, a function that is missing.
 *
 * It runs in the candidate's own process, which nobody believes anyway; no expectation is here, and the other end
 * checks what arrives as it does with everything. runners/WIRE.md describes the bytes.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "confinement.h"
#include "guest.h"
#include "python_abi.h"

enum {
    /* What is larger or deeper is not ordinary. */
    MAXIMUM_FRAME = 1 << 16,
    MAXIMUM_REPLY = 1 << 20,
    MAXIMUM_NESTING = 50,
    SMALL = 2048,
    FRAME_HEAD = 24,
};

/* Bytes that grow; on the stack as long as they are few. */
struct text {
    char *bytes;
    size_t size;
    size_t capacity;
    char small[SMALL];
};

static void begin_text(struct text *text)
{
    text->bytes = text->small;
    text->size = 0;
    text->capacity = SMALL;
}

static void end_text(struct text *text)
{
    if (text->bytes != text->small) free(text->bytes);
}

static bool reserve(struct text *text, size_t size)
{
    if (text->capacity - text->size >= size) return true;
    size_t capacity = (text->size + size) * 2;
    if (capacity > 2 * MAXIMUM_REPLY) return false;
    char *bytes = text->bytes == text->small ? malloc(capacity) : realloc(text->bytes, capacity);
    if (bytes == NULL) return false;
    if (text->bytes == text->small) memcpy(bytes, text->small, text->size);
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

static bool append(struct text *text, const char *bytes, size_t size)
{
    if (!reserve(text, size)) return false;
    memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    return true;
}

static bool append_number(struct text *text, char tag, long long number, char end)
{
    char digits[32];
    int size = snprintf(digits, sizeof digits, "%c%lld%c", tag, number, end);
    return append(text, digits, (size_t)size);
}

static bool is_of(const PyObject *object, const PyTypeObject *type) { return object->ob_type == type; }

static bool encode_float(struct text *text, PyObject *value)
{
    double number = PyFloat_AsDouble(value);
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    char digits[24];
    int size = snprintf(digits, sizeof digits, "D%016llx", (unsigned long long)bits);
    return append(text, digits, (size_t)size);
}

static bool encode_text(struct text *text, PyObject *value)
{
    Py_ssize_t size;
    const char *bytes = PyUnicode_AsUTF8AndSize(value, &size);
    if (bytes == NULL) {
        PyErr_Clear(); /* a lone surrogate */
        return false;
    }
    return append_number(text, 'S', size, ':') && append(text, bytes, (size_t)size);
}

/* Appends a value of exactly a plain type; false for any other. Runs no code of the candidate. */
static bool encode(struct text *text, PyObject *value, unsigned depth)
{
    if (depth > MAXIMUM_NESTING || text->size > MAXIMUM_REPLY) return false;
    if (is_of(value, &PyLong_Type)) {
        int overflow;
        long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
        return overflow == 0 && append_number(text, 'I', number, ';');
    }
    if (is_of(value, &PyUnicode_Type)) return encode_text(text, value);
    if (value == &_Py_NoneStruct) return append(text, "N", 1);
    if (value == &_Py_TrueStruct) return append(text, "T", 1);
    if (value == &_Py_FalseStruct) return append(text, "F", 1);
    if (is_of(value, &PyFloat_Type)) return encode_float(text, value);
    if (is_of(value, &PyList_Type)) {
        Py_ssize_t count = PyList_Size(value);
        bool is_encoded = append_number(text, 'L', count, ':');
        for (Py_ssize_t index = 0; is_encoded && index < count; index++) {
            is_encoded = encode(text, PyList_GetItem(value, index), depth + 1);
        }
        return is_encoded;
    }
    if (is_of(value, &PyTuple_Type)) {
        Py_ssize_t count = PyTuple_Size(value);
        bool is_encoded = append_number(text, 'U', count, ':');
        for (Py_ssize_t index = 0; is_encoded && index < count; index++) {
            is_encoded = encode(text, PyTuple_GetItem(value, index), depth + 1);
        }
        return is_encoded;
    }
    if (is_of(value, &PyDict_Type)) {
        bool is_encoded = append_number(text, 'M', PyDict_Size(value), ':');
        Py_ssize_t position = 0;
        PyObject *key, *item;
        while (is_encoded && PyDict_Next(value, &position, &key, &item)) {
            is_encoded = encode(text, key, depth + 1) && encode(text, item, depth + 1);
        }
        return is_encoded;
    }
    return false;
}

/* What is left of a payload. */
struct cursor {
    const char *at;
    const char *end;
};

/* Reads decimal digits up to `mark` and steps over it. */
static bool take_number(struct cursor *cursor, char mark, long long *number)
{
    const char *at = cursor->at;
    bool is_negative = mark == ';' && at < cursor->end && *at == '-';
    if (is_negative) at++;
    long long value = 0;
    const char *first = at;
    while (at < cursor->end && *at >= '0' && *at <= '9' && at - first < 18) value = value * 10 + (*at++ - '0');
    if (at == first || at >= cursor->end || *at != mark) return false;
    cursor->at = at + 1;
    *number = is_negative ? -value : value;
    return true;
}

/* A count of values or bytes, of which each takes at least one of those that are left. */
static bool take_count(struct cursor *cursor, Py_ssize_t *count)
{
    long long number;
    if (!take_number(cursor, ':', &number) || number > cursor->end - cursor->at) return false;
    *count = (Py_ssize_t)number;
    return true;
}

static PyObject *decode(struct cursor *cursor, unsigned depth);

static PyObject *decode_items(struct cursor *cursor, unsigned depth, bool is_tuple)
{
    Py_ssize_t count;
    if (!take_count(cursor, &count)) return NULL;
    PyObject *items = is_tuple ? PyTuple_New(count) : PyList_New(count);
    for (Py_ssize_t index = 0; items != NULL && index < count; index++) {
        PyObject *item = decode(cursor, depth + 1);
        if (item == NULL) {
            Py_DecRef(items);
            return NULL;
        }
        if (is_tuple) {
            PyTuple_SetItem(items, index, item);
        } else {
            PyList_SetItem(items, index, item);
        }
    }
    return items;
}

static PyObject *decode_map(struct cursor *cursor, unsigned depth)
{
    Py_ssize_t count;
    if (!take_count(cursor, &count)) return NULL;
    PyObject *map = PyDict_New();
    for (Py_ssize_t index = 0; map != NULL && index < count; index++) {
        PyObject *key = decode(cursor, depth + 1);
        PyObject *item = key == NULL ? NULL : decode(cursor, depth + 1);
        bool is_set = item != NULL && PyDict_SetItem(map, key, item) == 0;
        if (key != NULL) Py_DecRef(key);
        if (item != NULL) Py_DecRef(item);
        if (!is_set) {
            Py_DecRef(map);
            return NULL;
        }
    }
    return map;
}

static PyObject *decode_float(struct cursor *cursor)
{
    uint64_t bits = 0;
    if (cursor->end - cursor->at < 16) return NULL;
    for (int index = 0; index < 16; index++) {
        char digit = *cursor->at++;
        if (digit >= '0' && digit <= '9') {
            bits = bits << 4 | (uint64_t)(digit - '0');
        } else if (digit >= 'a' && digit <= 'f') {
            bits = bits << 4 | (uint64_t)(digit - 'a' + 10);
        } else {
            return NULL;
        }
    }
    double number;
    memcpy(&number, &bits, sizeof number);
    return PyFloat_FromDouble(number);
}

static PyObject *constant(PyObject *object)
{
    Py_IncRef(object);
    return object;
}

/* Returns the next value; NULL, perhaps with an error set, for what is not ordinary. */
static PyObject *decode(struct cursor *cursor, unsigned depth)
{
    if (depth > MAXIMUM_NESTING || cursor->at >= cursor->end) return NULL;
    long long number;
    Py_ssize_t size;
    switch (*cursor->at++) {
    case 'I': return take_number(cursor, ';', &number) ? PyLong_FromLongLong(number) : NULL;
    case 'D': return decode_float(cursor);
    case 'N': return constant(&_Py_NoneStruct);
    case 'T': return constant(&_Py_TrueStruct);
    case 'F': return constant(&_Py_FalseStruct);
    case 'L': return decode_items(cursor, depth, false);
    case 'U': return decode_items(cursor, depth, true);
    case 'M': return decode_map(cursor, depth);
    case 'S':
        if (!take_count(cursor, &size)) return NULL;
        cursor->at += size;
        return PyUnicode_FromStringAndSize(cursor->at - size, size);
    default: return NULL;
    }
}

/* A call as it arrived, and what came of it. */
struct call {
    long long sequence;
    PyObject *function;  /* borrowed from the program's module */
    PyObject *arguments; /* a tuple */
    struct text before;  /* the arguments, where the call may change them */
    PyObject *result;
    PyObject *error;
};

static bool is_changeable(PyObject *argument)
{
    return is_of(argument, &PyList_Type) || is_of(argument, &PyTuple_Type) || is_of(argument, &PyDict_Type);
}

/* The arguments as the driver encodes them, a list; nothing where none of them can be changed. */
static bool encode_arguments(struct text *text, PyObject *arguments)
{
    Py_ssize_t count = PyTuple_Size(arguments);
    bool changes = false;
    for (Py_ssize_t index = 0; index < count; index++) {
        changes = changes || is_changeable(PyTuple_GetItem(arguments, index));
    }
    if (!changes) return true;
    bool is_encoded = append_number(text, 'L', count, ':');
    for (Py_ssize_t index = 0; is_encoded && index < count; index++) {
        is_encoded = encode(text, PyTuple_GetItem(arguments, index), 1);
    }
    return is_encoded;
}

/* Reads a call of a function with arguments by position. */
static bool read_call(struct call *call, struct cursor cursor, PyObject *names)
{
    Py_ssize_t size;
    bool is_call = cursor.at < cursor.end && *cursor.at++ == 'I' && take_number(&cursor, ';', &call->sequence)
        && cursor.at < cursor.end && *cursor.at++ == 'S' && take_count(&cursor, &size);
    if (!is_call) return false;
    PyObject *name = PyUnicode_FromStringAndSize(cursor.at, size);
    cursor.at += size;
    if (name == NULL) return false;
    call->function = PyDict_GetItem(names, name);
    Py_DecRef(name);
    if (call->function == NULL || cursor.at >= cursor.end || *cursor.at++ != 'L') return false;
    call->arguments = decode_items(&cursor, 0, true);
    return call->arguments != NULL && cursor.at == cursor.end && encode_arguments(&call->before, call->arguments);
}

static PyObject *raised(void)
{
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback != NULL && value != NULL) PyException_SetTraceback(value, traceback);
    if (type != NULL) Py_DecRef(type);
    if (traceback != NULL) Py_DecRef(traceback);
    return value;
}

/* Encodes the answer behind room for a frame's head; false where the driver must. */
static bool encode_reply(const struct call *call, struct text *reply)
{
    struct text after;
    begin_text(&after);
    bool is_encoded = reserve(reply, FRAME_HEAD);
    reply->size = FRAME_HEAD;
    is_encoded = is_encoded && append_number(reply, 'I', call->sequence, ';') && encode(reply, call->result, 0)
        && (call->before.size == 0 || encode_arguments(&after, call->arguments));
    bool is_unchanged
        = after.size == call->before.size && memcmp(after.bytes, call->before.bytes, after.size) == 0;
    is_encoded = is_encoded && (is_unchanged ? append(reply, "N", 1) : append(reply, after.bytes, after.size));
    end_text(&after);
    return is_encoded && reply->size <= MAXIMUM_REPLY;
}

/* Writes a frame whose payload stands behind room for the head; false with a Python error set. */
static bool write_frame(const struct text *reply, long long process)
{
    char head[FRAME_HEAD];
    size_t payload = reply->size - FRAME_HEAD;
    size_t head_size = (size_t)snprintf(head, sizeof head, "R%zu:", payload);
    char *rest = reply->bytes + FRAME_HEAD - head_size;
    size_t size = payload + head_size;
    memcpy(rest, head, head_size);
    /* A process that the candidate has forked must not answer in its place. */
    if (getpid() != process) _exit(1);
    while (size > 0) {
        void *state = PyEval_SaveThread();
        ssize_t written = write(CONFINEMENT_CALLS, rest, size);
        int error = errno;
        PyEval_RestoreThread(state);
        errno = error;
        if (written < 0 && errno == EINTR) {
            if (PyErr_CheckSignals() != 0) return false;
            continue;
        }
        if (written < 0) {
            PyErr_SetFromErrno(PyExc_OSError);
            return false;
        }
        rest += written;
        size -= (size_t)written;
    }
    return true;
}

enum arrival { WHOLE_CALL, OTHER, THE_END, FAILED };

/* Reads until `text` begins with a whole frame of an ordinary size, or with something else. */
static enum arrival read_frame(struct text *text, struct cursor *payload, size_t *frame_size)
{
    for (;;) {
        struct cursor cursor = { text->bytes + 1, text->bytes + text->size };
        long long size;
        if (text->size > 0 && text->bytes[0] == 'Z') return THE_END;
        if (text->size > 0 && text->bytes[0] != 'C') return OTHER;
        if (text->size > 0 && memchr(text->bytes, ':', text->size) != NULL) {
            if (!take_number(&cursor, ':', &size) || size > MAXIMUM_FRAME) return OTHER;
            if (cursor.end - cursor.at >= size) {
                *payload = (struct cursor) { cursor.at, cursor.at + size };
                *frame_size = (size_t)(payload->end - text->bytes);
                return WHOLE_CALL;
            }
        } else if (text->size >= 14) {
            return OTHER;
        }
        if (!reserve(text, SMALL / 2)) return OTHER;
        void *state = PyEval_SaveThread();
        ssize_t count = read(CONFINEMENT_CALLS, text->bytes + text->size, text->capacity - text->size);
        int error = errno;
        PyEval_RestoreThread(state);
        errno = error;
        if (count < 0 && errno == EINTR) {
            if (PyErr_CheckSignals() != 0) return FAILED;
            continue;
        }
        if (count < 0) {
            PyErr_SetFromErrno(PyExc_OSError);
            return FAILED;
        }
        if (count == 0) return text->size == 0 ? THE_END : OTHER;
        text->size += (size_t)count;
    }
}

static void end_call(struct call *call)
{
    end_text(&call->before);
    if (call->arguments != NULL) Py_DecRef(call->arguments);
    if (call->result != NULL) Py_DecRef(call->result);
    if (call->error != NULL) Py_DecRef(call->error);
}

static PyObject *or_none(PyObject *object)
{
    return constant(object == NULL ? &_Py_NoneStruct : object);
}

/* What the driver has to go on with: bytes it has yet to read, or None; answers given; a call half done, or None. */
static PyObject *left_over(const struct text *text, long long answered, const struct call *call)
{
    PyObject *parts = PyTuple_New(3);
    PyObject *half = call == NULL ? NULL : PyTuple_New(5);
    if (parts == NULL || (call != NULL && half == NULL)) return NULL;
    if (call != NULL) {
        PyTuple_SetItem(half, 0, PyLong_FromLongLong(call->sequence));
        PyTuple_SetItem(half, 1, or_none(call->error));
        PyTuple_SetItem(half, 2, or_none(call->result));
        PyTuple_SetItem(half, 3, or_none(call->arguments));
        PyTuple_SetItem(half, 4, PyBytes_FromStringAndSize(call->before.bytes, (Py_ssize_t)call->before.size));
    }
    PyObject *rest = text == NULL ? or_none(NULL) : PyBytes_FromStringAndSize(text->bytes, (Py_ssize_t)text->size);
    PyTuple_SetItem(parts, 0, rest);
    PyTuple_SetItem(parts, 1, PyLong_FromLongLong(answered));
    PyTuple_SetItem(parts, 2, half == NULL ? or_none(NULL) : half);
    return parts;
}

static void drop_frame(struct text *text, size_t size)
{
    memmove(text->bytes, text->bytes + size, text->size - size);
    text->size -= size;
}

/* Answers the calls on the channel until one is not ordinary. */
static PyObject *answer_calls(struct text *text, PyObject *names, long long process)
{
    for (long long answered = 0;; answered++) {
        struct cursor payload;
        size_t frame_size;
        switch (read_frame(text, &payload, &frame_size)) {
        case FAILED: return NULL;
        case OTHER: return left_over(text, answered, NULL);
        case THE_END: return left_over(NULL, answered, NULL);
        case WHOLE_CALL: break;
        }
        struct call call = { .sequence = 0 };
        begin_text(&call.before);
        if (!read_call(&call, payload, names)) {
            PyErr_Clear();
            end_call(&call);
            return left_over(text, answered, NULL);
        }
        drop_frame(text, frame_size);
        call.result = PyObject_Call(call.function, call.arguments, NULL);
        if (call.result == NULL) call.error = raised();
        struct text reply;
        begin_text(&reply);
        bool is_encoded = call.error == NULL && encode_reply(&call, &reply);
        PyObject *half_done = is_encoded ? NULL : left_over(text, answered, &call);
        bool is_written = is_encoded && write_frame(&reply, process);
        end_text(&reply);
        end_call(&call);
        if (!is_written) return half_done;
    }
}

static PyObject *shortcut(PyObject *self, PyObject *arguments)
{
    (void)self;
    int overflow;
    char *bytes;
    Py_ssize_t size;
    PyObject *names = PyTuple_GetItem(arguments, 0);
    PyObject *rest = PyTuple_GetItem(arguments, 1);
    PyObject *process = PyTuple_GetItem(arguments, 2);
    if (names == NULL || rest == NULL || process == NULL || PyBytes_AsStringAndSize(rest, &bytes, &size) < 0) return NULL;
    struct text text;
    begin_text(&text);
    PyObject *result = append(&text, bytes, (size_t)size)
        ? answer_calls(&text, names, PyLong_AsLongLongAndOverflow(process, &overflow))
        : NULL;
    end_text(&text);
    return result;
}

void *guest_shortcut(void)
{
    static PyMethodDef definition = {
        .ml_name = "shortcut", .ml_meth = shortcut, .ml_flags = METH_VARARGS, .ml_doc = NULL
    };
    /* Objects begin otherwise where they are built for debugging or without the interpreter's lock. */
    bool is_known = PyCFunction_NewEx != NULL && ((PyObject *)(void *)&PyLong_Type)->ob_type == &PyType_Type;
    if (is_known) return PyCFunction_NewEx(&definition, NULL, NULL);
    return PyCFunction_NewEx == NULL ? NULL : constant(&_Py_NoneStruct);
}

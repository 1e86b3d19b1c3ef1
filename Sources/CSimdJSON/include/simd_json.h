#pragma once

/*
 * simdjson behind a C interface: the wanted fields of one JSON object, without building the rest.
 *
 * Made for lines of event files, of which there are millions: a reader keeps its buffers from line to line.
 * The whole object is checked (structure, numbers, UTF-8, depth), also what nobody asked for. Nothing throws.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SIMD_JSON_ABSENT = 0,
    SIMD_JSON_NULL,
    SIMD_JSON_TEXT,
    SIMD_JSON_INTEGER,
    SIMD_JSON_REAL,
    SIMD_JSON_TRUE,
    SIMD_JSON_FALSE,
    SIMD_JSON_OBJECT,
    SIMD_JSON_LIST,
} simd_json_kind;

typedef struct {
    simd_json_kind kind;
    /* The value of INTEGER. */
    int64_t integer;
    /* The value of REAL and of INTEGER; whole numbers past 64 bits are REAL. */
    double real;
    /* The UTF-8 of TEXT, escapes resolved, not ended by a zero; valid until the reader's next call. */
    const char *text;
    size_t length;
} simd_json_field;

typedef struct simd_json_reader simd_json_reader;

/*
 * A reader of objects with these field names; "data.id" is the field "id" of the object in the field "data".
 * Names are deeper by one level at most. NULL where memory runs out.
 */
simd_json_reader *simd_json_reader_make(const char *const *names, size_t count, size_t maximum_depth);
void simd_json_reader_free(simd_json_reader *reader);

/*
 * Reads one object into one field per name, in the order of the names.
 *
 * Returns NULL, or what is wrong as a phrase that lives for ever; then `fields` means nothing. `unknown` counts
 * fields of the object (and of the inner objects that hold wanted names) that are in no name.
 */
const char *simd_json_reader_read(simd_json_reader *reader, const char *bytes, size_t length,
                                  simd_json_field *fields, size_t *unknown);

#ifdef __cplusplus
}
#endif

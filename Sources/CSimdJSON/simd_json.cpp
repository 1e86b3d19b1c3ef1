#include "simd_json.h"

#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr const char *repeated = "a field stands twice";

/* The names of one object: what to do with the value of each. */
struct Level {
    std::unordered_map<std::string_view, size_t> leaves;
    std::unordered_map<std::string_view, std::unique_ptr<Level>> inner;
};

void store(element value, simd_json_field &field) {
    switch (value.type()) {
    case element_type::NULL_VALUE: field.kind = SIMD_JSON_NULL; return;
    case element_type::BOOL: field.kind = value.get_bool().value_unsafe() ? SIMD_JSON_TRUE : SIMD_JSON_FALSE; return;
    case element_type::OBJECT: field.kind = SIMD_JSON_OBJECT; return;
    case element_type::ARRAY: field.kind = SIMD_JSON_LIST; return;
    case element_type::INT64:
        field.kind = SIMD_JSON_INTEGER;
        field.integer = value.get_int64().value_unsafe();
        field.real = static_cast<double>(field.integer);
        return;
    case element_type::UINT64:
        field.kind = SIMD_JSON_REAL;
        field.real = static_cast<double>(value.get_uint64().value_unsafe());
        return;
    case element_type::DOUBLE:
        field.kind = SIMD_JSON_REAL;
        field.real = value.get_double().value_unsafe();
        return;
    case element_type::STRING: {
        const std::string_view text = value.get_string().value_unsafe();
        field.kind = SIMD_JSON_TEXT;
        field.text = text.data();
        field.length = text.size();
        return;
    }
    }
}

const char *read(simdjson::dom::object object, const Level &level, simd_json_field *fields, size_t &unknown) {
    for (const auto pair : object) {
        if (const auto leaf = level.leaves.find(pair.key); leaf != level.leaves.end()) {
            simd_json_field &field = fields[leaf->second];
            if (field.kind != SIMD_JSON_ABSENT) return repeated;
            store(pair.value, field);
            continue;
        }
        const auto inner = level.inner.find(pair.key);
        if (inner == level.inner.end()) {
            ++unknown;
            continue;
        }
        simdjson::dom::object nested;
        if (pair.value.get_object().get(nested) != simdjson::SUCCESS) return "the field \"data\" must be an object";
        if (const char *fault = read(nested, *inner->second, fields, unknown)) return fault;
    }
    return nullptr;
}

const char *explain(simdjson::error_code code) {
    switch (code) {
    case simdjson::UTF8_ERROR: return "the line is not UTF-8";
    case simdjson::DEPTH_ERROR: return "nested too deeply";
    case simdjson::EMPTY: return "the line is empty";
    case simdjson::UNCLOSED_STRING: return "malformed JSON: a text is not closed";
    case simdjson::UNESCAPED_CHARS: return "malformed JSON: a control character stands in a text";
    case simdjson::STRING_ERROR: return "malformed JSON: a text holds an escape that does not exist";
    case simdjson::NUMBER_ERROR: return "malformed JSON: a number is none";
    case simdjson::MEMALLOC: return "no memory to read the line";
    case simdjson::CAPACITY: return "the line is too long";
    case simdjson::INCORRECT_TYPE: return "the line is not a JSON object";
    default: return "malformed JSON";
    }
}

} // namespace

struct simd_json_reader {
    simdjson::dom::parser parser;
    std::vector<std::string> names;
    Level root;
    size_t depth;
};

simd_json_reader *simd_json_reader_make(const char *const *names, size_t count, size_t maximum_depth) try {
    auto reader = std::make_unique<simd_json_reader>();
    reader->depth = maximum_depth;
    for (size_t index = 0; index < count; ++index) reader->names.emplace_back(names[index]);
    // The views in the tables point into `names`, which does not grow any more.
    for (size_t index = 0; index < count; ++index) {
        const std::string_view name = reader->names[index];
        const size_t dot = name.find('.');
        if (dot == std::string_view::npos) {
            reader->root.leaves.emplace(name, index);
            continue;
        }
        auto &inner = reader->root.inner[name.substr(0, dot)];
        if (!inner) inner = std::make_unique<Level>();
        inner->leaves.emplace(name.substr(dot + 1), index);
    }
    return reader.release();
} catch (...) {
    return nullptr;
}

void simd_json_reader_free(simd_json_reader *reader) { delete reader; }

const char *simd_json_reader_read(simd_json_reader *reader, const char *bytes, size_t length,
                                  simd_json_field *fields, size_t *unknown) try {
    *unknown = 0;
    std::memset(fields, 0, reader->names.size() * sizeof *fields);
    if (reader->parser.capacity() < length || reader->parser.max_depth() != reader->depth) {
        const size_t capacity = length < 4096 ? 4096 : length;
        if (const auto code = reader->parser.allocate(capacity, reader->depth)) return explain(code);
    }
    simdjson::dom::element document;
    if (const auto code = reader->parser.parse(bytes, length, true).get(document)) return explain(code);
    simdjson::dom::object object;
    if (const auto code = document.get_object().get(object)) return explain(code);
    return read(object, reader->root, fields, *unknown);
} catch (...) {
    return "no memory to read the line";
}

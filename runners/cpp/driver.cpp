// The part of the driver that knows no type of the program: compiled once for each tool chain.
#include "driver.hpp"

#include <cxxabi.h>
#include <unistd.h>

namespace evalharness {

void give_up(const char* reason) {
    std::fprintf(stderr, "evalharness: %s\n", reason);
    _exit(70);
}

// MARK: - Reading

char Reader::peek() const {
    if (at == end) give_up("the calls end inside a value");
    return *at;
}

char Reader::tag() {
    char tag = peek();
    ++at;
    return tag;
}

std::size_t Reader::number(char mark) {
    std::size_t value = 0;
    int digits = 0;
    for (char digit = tag(); digit != mark; digit = tag()) {
        if (digit < '0' || digit > '9' || ++digits > 12) give_up("a length is not a number");
        value = value * 10 + static_cast<std::size_t>(digit - '0');
    }
    return value;
}

std::string_view Reader::bytes(std::size_t length) {
    if (length > static_cast<std::size_t>(end - at)) give_up("a length is beyond the end of the calls");
    std::string_view body(at, length);
    at += length;
    return body;
}

__int128 Reader::integer() {
    if (tag() != 'I') give_up("an argument is not the integer that the signature promises");
    bool is_negative = peek() == '-';
    if (is_negative) ++at;
    __int128 value = 0;
    for (char digit = tag(); digit != ';'; digit = tag()) {
        if (digit < '0' || digit > '9' || value > (__int128{1} << 100)) give_up("an integer has too many digits");
        value = value * 10 + (digit - '0');
    }
    return is_negative ? -value : value;
}

double Reader::real() {
    if (peek() == 'I') return static_cast<double>(integer());
    if (tag() != 'D') give_up("an argument is not the number that the signature promises");
    std::uint64_t bits = 0;
    std::string_view digits = bytes(16);
    auto result = std::from_chars(digits.data(), digits.data() + 16, bits, 16);
    if (result.ptr != digits.data() + 16) give_up("a number is not 16 hexadecimal digits");
    return std::bit_cast<double>(bits);
}

std::string_view Reader::text() {
    char kind = tag();
    if (kind != 'S' && kind != 'B') give_up("an argument is not the text that the signature promises");
    return bytes(number(':'));
}

std::size_t Reader::items() {
    char kind = tag();
    if (kind != 'L' && kind != 'U' && kind != 'E') give_up("an argument is not the list that the signature promises");
    std::size_t count = number(':');
    if (count > static_cast<std::size_t>(end - at)) give_up("a count is larger than the bytes that are left");
    return count;
}

std::string_view Reader::skip(int depth) {
    if (depth > deepest_value) give_up("a value is too deep");
    const char* start = at;
    char kind = tag();
    std::size_t values = 0;
    switch (kind) {
    case 'N': case 'T': case 'F': break;
    case 'I': while (tag() != ';') {} break;
    case 'D': bytes(16); break;
    case 'S': case 'B': case 'X': bytes(number(':')); break;
    case 'L': case 'U': case 'E': values = number(':'); break;
    case 'M': values = 2 * number(':'); break;
    case 'R': bytes(number(':')); values = 2 * number(':'); break;
    default: give_up("a value has an unknown tag");
    }
    while (values-- > 0) skip(depth + 1);
    return {start, static_cast<std::size_t>(at - start)};
}

// MARK: - Writing

void Writer::raw(std::string_view bytes) {
    if (out.size() + bytes.size() > largest_payload) throw ResultTooLarge();
    out += bytes;
}

void Writer::count(char tag, std::size_t number) {
    raw(std::string_view(&tag, 1));
    raw(std::to_string(number));
    raw(":");
}

void Writer::integer(__int128 value) {
    char digits[48];
    char* at = digits + sizeof digits;
    *--at = ';';
    unsigned __int128 left = value < 0 ? -static_cast<unsigned __int128>(value) : static_cast<unsigned __int128>(value);
    do {
        *--at = static_cast<char>('0' + static_cast<int>(left % 10));
        left /= 10;
    } while (left > 0);
    if (value < 0) *--at = '-';
    *--at = 'I';
    raw({at, static_cast<std::size_t>(digits + sizeof digits - at)});
}

void Writer::real(double value) {
    char digits[18];
    std::snprintf(digits, sizeof digits, "D%016llx", static_cast<unsigned long long>(std::bit_cast<std::uint64_t>(value)));
    raw({digits, 17});
}

void Writer::text(std::string_view value) {
    if (!is_utf8(value)) return opaque("std::string that is not UTF-8");
    count('S', value.size());
    raw(value);
}

void Writer::binary(std::string_view value) {
    count('B', value.size());
    raw(value);
}

void Writer::opaque(std::string_view type) {
    type = type.substr(0, 500);
    count('X', type.size());
    raw(type);
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        unsigned char lead = static_cast<unsigned char>(text[i]);
        int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead >= 0x80 && (lead < 0xC2 || lead > 0xF4)) return false;
        if (text.size() - i <= static_cast<std::size_t>(more)) return false;
        char32_t point = more == 0 ? lead : lead & (0x3F >> more);
        for (int k = 1; k <= more; ++k) {
            unsigned char next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80) return false;
            point = point << 6 | (next & 0x3F);
        }
        if (more == 2 && (point < 0x800 || (point >= 0xD800 && point < 0xE000))) return false;
        if (more == 3 && (point < 0x10000 || point > 0x10FFFF)) return false;
        i += static_cast<std::size_t>(more) + 1;
    }
    return true;
}

// MARK: - Exceptions

std::string demangled(const char* symbol) {
    int status = 0;
    char* name = abi::__cxa_demangle(symbol, nullptr, nullptr, &status);
    std::string text = status == 0 ? name : symbol;
    std::free(name);
    return text;
}

// The classes that a class inherits from, nearest first.
static std::vector<std::string> bases(const std::type_info* type) {
    std::vector<std::string> names;
    std::vector<const std::type_info*> queue{type};
    for (std::size_t i = 0; i < queue.size() && i < 32; ++i) {
        if (i > 0) names.push_back(demangled(queue[i]->name()));
        if (auto* single = dynamic_cast<const abi::__si_class_type_info*>(queue[i])) {
            queue.push_back(single->__base_type);
        } else if (auto* several = dynamic_cast<const abi::__vmi_class_type_info*>(queue[i])) {
            for (unsigned k = 0; k < several->__base_count; ++k) queue.push_back(several->__base_info[k].__base_type);
        }
    }
    return names;
}

std::string diagnostic(std::string_view type, std::string_view message, const std::vector<std::string>& bases) {
    std::string plain(message.substr(0, 2000));
    while (!plain.empty() && !is_utf8(plain) && plain.size() > 1996) plain.pop_back();
    if (!is_utf8(plain)) {
        for (char& byte : plain) if (byte & 0x80) byte = '?';
    }
    Writer writer;
    writer.count('M', 4);
    writer.text("type");
    writer.text(type.substr(0, 500));
    writer.text("message");
    writer.text(plain);
    writer.text("stage");
    writer.text("call");
    writer.text("bases");
    writer.count('L', bases.size());
    for (const std::string& base : bases) writer.text(base);
    return writer.out;
}

std::string diagnostic_of_current_exception() {
    const std::type_info* type = abi::__cxa_current_exception_type();
    if (type == nullptr) return diagnostic("unknown", "", {});
    std::string message;
    try {
        throw;
    } catch (const std::exception& error) {
        message = error.what();
    } catch (const std::string& text) {
        message = text;
    } catch (const char* text) {
        message = text == nullptr ? "" : text;
    } catch (...) {
    }
    return diagnostic(demangled(type->name()), message, bases(type));
}

// MARK: - Frames

void send(char letter, std::string_view payload) {
    std::string frame = letter + std::to_string(payload.size()) + ":";
    frame += payload;
    for (std::size_t sent = 0; sent < frame.size();) {
        ssize_t count = ::write(4, frame.data() + sent, frame.size() - sent);
        if (count < 0 && errno != EINTR) _exit(70);
        if (count > 0) sent += static_cast<std::size_t>(count);
    }
}

std::string receive() {
    std::string calls;
    std::vector<char> chunk(1 << 16);
    for (;;) {
        ssize_t count = ::read(3, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) give_up("descriptor 3 cannot be read");
        if (count == 0) break;
        calls.append(chunk.data(), static_cast<std::size_t>(count));
    }
    ::close(3);
    return calls;
}

// MARK: - Calls

void Driver::run() {
    const std::string calls = receive();
    Reader frames{calls.data(), calls.data() + calls.size()};
    send('L', "");
    long long answered = 0;
    while (frames.has_more()) {
        char letter = frames.tag();
        std::string_view payload = frames.bytes(frames.number(':'));
        if (letter == 'Z') break;
        if (letter != 'C' && letter != 'O' && letter != 'M') continue;
        answer(letter, Reader{payload.data(), payload.data() + payload.size()});
        ++answered;
    }
    Writer end;
    end.integer(answered);
    send('Z', end.out);
    _exit(0);
}

void Driver::answer(char letter, Reader payload) {
    Call call;
    call.number = payload.integer();
    if (letter != 'C') call.object = static_cast<long long>(payload.integer());
    std::string name(payload.text());
    if (letter == 'O') name = "new " + name;
    std::size_t count = payload.items();
    for (std::size_t i = 0; i < count; ++i) call.arguments.push_back(payload.skip());

    Writer head;
    head.integer(call.number);
    auto refuse = [&](std::string_view type, std::string_view message) {
        send('X', head.out + diagnostic(type, message, {}));
    };
    auto handler = handlers.find(name);
    if (handler == handlers.end()) return refuse("HarnessMissingEntry", name);
    if (letter == 'M' && objects.find(call.object) == objects.end()) return refuse("HarnessSkipped", name);
    try {
        call.object_pointer = letter == 'M' ? objects[call.object] : nullptr;
        handler->second(call);
        if (letter == 'O') objects[call.object] = call.object_pointer;
        send('R', head.out + call.result.out + call.changed_arguments());
    } catch (const ResultTooLarge&) {
        refuse("HarnessResultTooLarge", "the result takes more than 16 MiB");
    } catch (...) {
        send('X', head.out + diagnostic_of_current_exception());
    }
}

std::string Call::changed_arguments() const {
    bool has_changed = false;
    Writer writer;
    writer.count('L', arguments.size());
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        bool differs = i < before.size() && before[i] != after[i];
        has_changed = has_changed || differs;
        writer.raw(differs ? std::string_view(after[i]) : arguments[i]);
    }
    return has_changed ? writer.out : "N";
}

}  // namespace evalharness

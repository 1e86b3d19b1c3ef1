// The wire format of runners/WIRE.md for C++: reading calls and writing answers, without any type of a program.
#pragma once
#include <bits/stdc++.h>

namespace evalharness {

constexpr std::size_t largest_payload = 16u << 20;
constexpr int deepest_value = 200;

// The answer takes more than a frame may hold.
struct ResultTooLarge : std::exception {};

// Ends the process because the calls, which the harness wrote, cannot be understood.
[[noreturn]] void give_up(const char* reason);

// A cursor over one encoded value after the other.
struct Reader {
    const char* at;
    const char* end;

    bool has_more() const { return at < end; }
    char peek() const;
    char tag();
    // A length or count up to the given mark.
    std::size_t number(char mark);
    std::string_view bytes(std::size_t length);
    __int128 integer();
    double real();
    // The body of a text or of bytes, both of which are a length, a colon and that many bytes.
    std::string_view text();
    // How many values follow in a list, tuple or set.
    std::size_t items();
    // Steps over one value and returns its encoding.
    std::string_view skip(int depth = 0);
};

struct Writer {
    std::string out;
    int depth = 0;

    void raw(std::string_view bytes);
    void count(char tag, std::size_t number);
    void null() { raw("N"); }
    void boolean(bool value) { raw(value ? "T" : "F"); }
    void integer(__int128 value);
    void real(double value);
    void text(std::string_view value);
    void binary(std::string_view value);
    // Something that is not plain data, by the name of its type.
    void opaque(std::string_view type);
};

bool is_utf8(std::string_view text);
std::string demangled(const char* symbol);

// What is known about the exception that is being handled.
std::string diagnostic_of_current_exception();
std::string diagnostic(std::string_view type, std::string_view message, const std::vector<std::string>& bases);

// Writes one frame to descriptor 4 at once, so that it survives whatever the program does next.
void send(char letter, std::string_view payload);
// All calls, as bytes; descriptor 3 is closed then.
std::string receive();

}  // namespace evalharness

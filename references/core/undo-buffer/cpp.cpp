#include <bits/stdc++.h>
using namespace std;

static u32string decoded(const string& text) {
    u32string points;
    for (size_t i = 0; i < text.size();) {
        unsigned char lead = text[i];
        size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7F >> length);
        for (size_t k = 1; k < length; ++k) point = point << 6 | (text[i + k] & 0x3F);
        points += point;
        i += length;
    }
    return points;
}

static string encoded(const u32string& points) {
    string text;
    for (char32_t point : points) {
        if (point < 0x80) {
            text += static_cast<char>(point);
            continue;
        }
        int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        text += static_cast<char>((0xFF00 >> (more + 1) & 0xFF) | point >> 6 * more);
        while (more-- > 0) text += static_cast<char>(0x80 | (point >> 6 * more & 0x3F));
    }
    return text;
}

class UndoBuffer {
public:
    UndoBuffer(const string& initial, long long limit) : content(decoded(initial)), limit(limit) {
        if (limit < 0) throw invalid_argument("limit must not be negative");
    }

    void insert(long long position, const string& addition) {
        check(position, 0);
        if (addition.empty()) return;
        u32string changed = content;
        change(changed.insert(position, decoded(addition)));
    }

    string delete_(long long position, long long count) {
        check(position, count);
        u32string removed = content.substr(position, count);
        if (count > 0) {
            u32string changed = content;
            change(changed.erase(position, count));
        }
        return encoded(removed);
    }

    string text() const { return encoded(content); }
    bool undo() { return step(past, future); }
    bool redo() { return step(future, past); }

private:
    u32string content;
    long long limit;
    deque<u32string> past, future;

    void check(long long position, long long count) const {
        long long length = static_cast<long long>(content.size());
        if (position < 0 || count < 0 || position > length || count > length - position) {
            throw out_of_range("outside the text");
        }
    }

    void change(const u32string& changed) {
        past.push_back(content);
        if (static_cast<long long>(past.size()) > limit) past.pop_front();
        future.clear();
        content = changed;
    }

    bool step(deque<u32string>& from, deque<u32string>& to) {
        if (from.empty()) return false;
        to.push_back(content);
        content = from.back();
        from.pop_back();
        return true;
    }
};

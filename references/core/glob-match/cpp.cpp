#include <bits/stdc++.h>
using namespace std;

static vector<string> code_points(const string& text) {
    vector<string> points;
    for (char byte : text) {
        if ((byte & 0xC0) == 0x80 && !points.empty()) points.back() += byte;
        else points.emplace_back(1, byte);
    }
    return points;
}

enum class Kind { literal, any_one, star, any_star };

struct Token {
    Kind kind;
    string literal;
};

static vector<Token> tokens_of(const string& pattern) {
    vector<string> points = code_points(pattern);
    vector<Token> tokens;
    for (size_t i = 0; i < points.size(); ++i) {
        if (points[i] == "*") {
            size_t first = i;
            while (i + 1 < points.size() && points[i + 1] == "*") ++i;
            tokens.push_back({i == first ? Kind::star : Kind::any_star, ""});
        } else if (points[i] == "?") {
            tokens.push_back({Kind::any_one, ""});
        } else if (points[i] == "\\") {
            if (++i == points.size()) throw invalid_argument("a backslash at the end");
            tokens.push_back({Kind::literal, points[i]});
        } else {
            tokens.push_back({Kind::literal, points[i]});
        }
    }
    return tokens;
}

bool glob_match(const string& pattern, const string& path) {
    vector<Token> tokens = tokens_of(pattern);
    size_t count = tokens.size();
    auto is_star = [&](size_t i) { return tokens[i].kind == Kind::star || tokens[i].kind == Kind::any_star; };
    // states[i]: the first i tokens can match what was read so far.
    vector<bool> states(count + 1, false);
    states[0] = true;
    auto skip_stars = [&] {
        for (size_t i = 0; i < count; ++i) {
            if (states[i] && is_star(i)) states[i + 1] = true;
        }
    };
    skip_stars();
    for (const string& point : code_points(path)) {
        vector<bool> following(count + 1, false);
        for (size_t i = 0; i < count; ++i) {
            if (!states[i]) continue;
            const Token& token = tokens[i];
            bool is_slash = point == "/";
            if (token.kind == Kind::any_star || (token.kind == Kind::star && !is_slash)) following[i] = true;
            if (token.kind == Kind::any_one && !is_slash) following[i + 1] = true;
            if (token.kind == Kind::literal && token.literal == point) following[i + 1] = true;
        }
        states = following;
        skip_stars();
    }
    return states[count];
}

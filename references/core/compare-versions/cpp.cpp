#include <bits/stdc++.h>
using namespace std;

struct Version {
    vector<string> core;
    vector<string> release;
    bool is_release;
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }

static bool is_number(const string& text) {
    return !text.empty() && all_of(text.begin(), text.end(), is_digit);
}

static vector<string> split(const string& text) {
    vector<string> parts(1);
    for (char c : text) {
        if (c == '.') parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

static void check_number(const string& text) {
    if (!is_number(text) || (text.size() > 1 && text[0] == '0')) throw invalid_argument("not a version number");
}

static Version parse(const string& text) {
    size_t dash = text.find('-');
    Version version{split(text.substr(0, dash)), {}, dash == string::npos};
    if (version.core.size() != 3) throw invalid_argument("a version has three numbers");
    for (const string& number : version.core) check_number(number);
    if (version.is_release) return version;
    version.release = split(text.substr(dash + 1));
    for (const string& identifier : version.release) {
        bool is_plain = all_of(identifier.begin(), identifier.end(), [](char c) { return is_digit(c) || is_letter(c); });
        if (identifier.empty() || !is_plain) throw invalid_argument("not an identifier");
        if (is_number(identifier)) check_number(identifier);
    }
    return version;
}

static int compare_numbers(const string& left, const string& right) {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

static int compare_identifiers(const string& left, const string& right) {
    if (is_number(left) != is_number(right)) return is_number(left) ? -1 : 1;
    return is_number(left) ? compare_numbers(left, right) : left.compare(right);
}

static long long sign(long long order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

long long compare_versions(const string& left, const string& right) {
    Version a = parse(left), b = parse(right);
    for (size_t i = 0; i < 3; ++i) {
        if (int order = compare_numbers(a.core[i], b.core[i])) return sign(order);
    }
    if (a.is_release != b.is_release) return a.is_release ? 1 : -1;
    for (size_t i = 0; i < min(a.release.size(), b.release.size()); ++i) {
        if (int order = compare_identifiers(a.release[i], b.release[i])) return sign(order);
    }
    return sign(static_cast<long long>(a.release.size()) - static_cast<long long>(b.release.size()));
}

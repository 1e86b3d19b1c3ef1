#include <bits/stdc++.h>
using namespace std;

class IntervalMap {
public:
    void assign(long long start, long long end, const string& value) {
        clear(start, end);
        // A span that touches and has the same value becomes part of the new one.
        auto next = spans_by_start.find(end);
        if (next != spans_by_start.end() && next->second.value == value) {
            end = next->second.end;
            spans_by_start.erase(next);
        }
        auto after = spans_by_start.lower_bound(start);
        if (after != spans_by_start.begin()) {
            auto before = prev(after);
            if (before->second.end == start && before->second.value == value) {
                before->second.end = end;
                return;
            }
        }
        spans_by_start[start] = {end, value};
    }

    void clear(long long start, long long end) {
        if (start >= end) throw invalid_argument("start must be less than end");
        split(start);
        split(end);
        spans_by_start.erase(spans_by_start.lower_bound(start), spans_by_start.lower_bound(end));
    }

    optional<string> get(long long point) const {
        auto after = spans_by_start.upper_bound(point);
        if (after == spans_by_start.begin()) return nullopt;
        const Span& span = prev(after)->second;
        if (point >= span.end) return nullopt;
        return span.value;
    }

    vector<tuple<long long, long long, string>> spans() const {
        vector<tuple<long long, long long, string>> all;
        for (const auto& [start, span] : spans_by_start) all.emplace_back(start, span.end, span.value);
        return all;
    }

private:
    struct Span {
        long long end;
        string value;
    };
    map<long long, Span> spans_by_start;

    // Cuts the span that the point lies inside of, so that one starts at the point.
    void split(long long point) {
        auto after = spans_by_start.lower_bound(point);
        if (after == spans_by_start.begin()) return;
        Span& span = prev(after)->second;
        if (span.end <= point) return;
        spans_by_start[point] = span;
        span.end = point;
    }
};

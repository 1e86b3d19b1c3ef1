#include <bits/stdc++.h>
using namespace std;

struct Point {
    long long x;
    long long y;
};

vector<Point> closest_points(const vector<Point>& points, const Point& centre, long long number) {
    if (number < 0) throw invalid_argument("number must not be negative");
    auto rank = [&centre](const Point& point) {
        // Each difference is at most 2e9, so the sum of squares fits in 64 bits.
        long long dx = point.x - centre.x, dy = point.y - centre.y;
        return make_tuple(dx * dx + dy * dy, point.x, point.y);
    };
    vector<Point> sorted = points;
    sort(sorted.begin(), sorted.end(), [&](const Point& a, const Point& b) { return rank(a) < rank(b); });
    if (number < static_cast<long long>(sorted.size())) sorted.resize(number);
    return sorted;
}

#include <bits/stdc++.h>
using namespace std;

tuple<long long, long long, string, long long> drive_robot(
    long long width, long long height, tuple<long long, long long> start, const string& heading,
    const set<tuple<long long, long long>>& blocked, const string& commands) {
    auto is_free = [&](long long x, long long y) {
        return x >= 0 && x < width && y >= 0 && y < height && !blocked.count({x, y});
    };
    const string headings = "NESW";
    const int steps[4][2] = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
    auto [x, y] = start;
    if (!is_free(x, y)) throw invalid_argument("the start is not free");
    if (heading.size() != 1 || headings.find(heading) == string::npos) throw invalid_argument("unknown heading");
    if (commands.find_first_not_of("LRFB") != string::npos) throw invalid_argument("unknown command");

    size_t direction = headings.find(heading);
    long long bumps = 0;
    for (char command : commands) {
        if (command == 'L') {
            direction = (direction + 3) % 4;
        } else if (command == 'R') {
            direction = (direction + 1) % 4;
        } else {
            int way = command == 'F' ? 1 : -1;
            long long next_x = x + way * steps[direction][0], next_y = y + way * steps[direction][1];
            if (is_free(next_x, next_y)) {
                x = next_x;
                y = next_y;
            } else {
                ++bumps;
            }
        }
    }
    return {x, y, string(1, headings[direction]), bumps};
}

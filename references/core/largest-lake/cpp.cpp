#include <bits/stdc++.h>
using namespace std;

tuple<long long, long long> largest_lake(const vector<string>& rows) {
    size_t height = rows.size(), width = rows.empty() ? 0 : rows[0].size();
    for (const string& row : rows) {
        if (row.size() != width) throw invalid_argument("the rows have different lengths");
        if (row.find_first_not_of("~#") != string::npos) throw invalid_argument("not a map");
    }
    vector<vector<bool>> seen(height, vector<bool>(width, false));
    long long lakes = 0, largest = 0;
    for (size_t row = 0; row < height; ++row) {
        for (size_t column = 0; column < width; ++column) {
            if (rows[row][column] != '~' || seen[row][column]) continue;
            bool is_sea = false;
            long long size = 0;
            vector<pair<size_t, size_t>> open{{row, column}};
            seen[row][column] = true;
            while (!open.empty()) {
                auto [r, c] = open.back();
                open.pop_back();
                ++size;
                if (r == 0 || c == 0 || r + 1 == height || c + 1 == width) is_sea = true;
                const int steps[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
                for (const auto& step : steps) {
                    size_t next_r = r + step[0], next_c = c + step[1];  // -1 wraps round and is out of range
                    if (next_r >= height || next_c >= width) continue;
                    if (rows[next_r][next_c] != '~' || seen[next_r][next_c]) continue;
                    seen[next_r][next_c] = true;
                    open.emplace_back(next_r, next_c);
                }
            }
            if (is_sea) continue;
            ++lakes;
            largest = max(largest, size);
        }
    }
    return {lakes, largest};
}

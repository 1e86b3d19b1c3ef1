#include <bits/stdc++.h>
using namespace std;

static vector<pair<long long, long long>> ring(long long first, long long last_row, long long last_column) {
    vector<pair<long long, long long>> cells;
    for (long long column = first; column <= last_column; ++column) cells.emplace_back(first, column);
    for (long long row = first + 1; row <= last_row; ++row) cells.emplace_back(row, last_column);
    if (last_row > first && last_column > first) {
        for (long long column = last_column - 1; column >= first; --column) cells.emplace_back(last_row, column);
        for (long long row = last_row - 1; row > first; --row) cells.emplace_back(row, first);
    }
    return cells;
}

void rotate_rings(vector<vector<long long>>& matrix, long long positions) {
    long long rows = static_cast<long long>(matrix.size());
    long long columns = matrix.empty() ? 0 : static_cast<long long>(matrix[0].size());
    for (const auto& row : matrix) {
        if (static_cast<long long>(row.size()) != columns) throw invalid_argument("the rows have different lengths");
    }
    for (long long depth = 0; depth < (min(rows, columns) + 1) / 2; ++depth) {
        auto cells = ring(depth, rows - 1 - depth, columns - 1 - depth);
        long long length = static_cast<long long>(cells.size());
        long long shift = (positions % length + length) % length;
        vector<long long> values;
        for (const auto& [row, column] : cells) values.push_back(matrix[row][column]);
        for (long long i = 0; i < length; ++i) {
            const auto& [row, column] = cells[(i + shift) % length];
            matrix[row][column] = values[i];
        }
    }
}

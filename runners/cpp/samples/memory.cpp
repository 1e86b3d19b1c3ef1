#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>&) {
    vector<vector<char>> blocks;
    while (true) blocks.emplace_back(8 << 20, 'x');
}

#include <bits/stdc++.h>
using namespace std;

vector<long long> split_amount(long long amount, const vector<long long>& weights) {
    long long total = 0;
    for (long long weight : weights) {
        if (weight < 0) throw invalid_argument("weights must not be negative");
        total += weight;
    }
    if (total == 0) throw domain_error("the weights add up to zero");
    long long size = abs(amount), left = size;
    vector<long long> shares, lost;
    for (long long weight : weights) {
        shares.push_back(size * weight / total);
        lost.push_back(size * weight % total);
        left -= shares.back();
    }
    vector<size_t> order(weights.size());
    iota(order.begin(), order.end(), 0);
    stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return lost[a] > lost[b]; });
    for (long long i = 0; i < left; ++i) ++shares[order[i]];
    if (amount < 0) {
        for (long long& share : shares) share = -share;
    }
    return shares;
}

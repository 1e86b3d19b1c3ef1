#include <bits/stdc++.h>
using namespace std;

long long count_inversions(const vector<long long>& numbers, long long window) {
    if (window < 1) throw invalid_argument("window must be at least 1");
    long long total = 0;
    vector<long long> recent;  // the numbers in the window, sorted
    for (size_t i = 0; i < numbers.size(); ++i) {
        if (static_cast<long long>(i) > window) {
            recent.erase(lower_bound(recent.begin(), recent.end(), numbers[i - window - 1]));
        }
        auto place = upper_bound(recent.begin(), recent.end(), numbers[i]);
        total += recent.end() - place;
        recent.insert(place, numbers[i]);
    }
    return total;
}

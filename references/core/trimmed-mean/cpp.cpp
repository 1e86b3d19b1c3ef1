#include <bits/stdc++.h>
using namespace std;

optional<double> trimmed_mean(const vector<double>& values, double trim) {
    if (!(trim >= 0.0 && trim < 0.5)) throw invalid_argument("trim must be at least 0 and less than 0.5");
    vector<double> ordered;
    copy_if(values.begin(), values.end(), back_inserter(ordered), [](double value) { return !isnan(value); });
    if (ordered.empty()) return nullopt;
    sort(ordered.begin(), ordered.end());
    size_t cut = static_cast<size_t>(ordered.size() * trim);
    double sum = accumulate(ordered.begin() + cut, ordered.end() - cut, 0.0);
    return sum / (ordered.size() - 2 * cut);
}

#include <bits/stdc++.h>
using namespace std;

double interpolate(const vector<tuple<double, double>>& points, double position) {
    if (points.empty()) throw invalid_argument("there are no points");
    for (size_t i = 0; i < points.size(); ++i) {
        if (!isfinite(get<0>(points[i]))) throw invalid_argument("an x is not finite");
        if (i > 0 && get<0>(points[i - 1]) >= get<0>(points[i])) {
            throw invalid_argument("the x are not strictly ascending");
        }
    }
    if (isnan(position)) return position;
    if (position <= get<0>(points.front())) return get<1>(points.front());
    for (size_t i = 1; i < points.size(); ++i) {
        auto [x0, y0] = points[i - 1];
        auto [x1, y1] = points[i];
        if (position < x1) return y0 + (y1 - y0) * (position - x0) / (x1 - x0);
    }
    return get<1>(points.back());
}

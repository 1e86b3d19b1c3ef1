#include <bits/stdc++.h>
using namespace std;

vector<long long> retry_schedule(long long base, long long factor, long long cap, long long attempts, long long budget) {
    if (base < 1 || factor < 1) throw invalid_argument("base and factor must be at least 1");
    if (cap < base) throw invalid_argument("cap must not be less than base");
    if (attempts < 0 || budget < 0) throw invalid_argument("attempts and budget must not be negative");
    vector<long long> delays;
    for (long long delay = base; static_cast<long long>(delays.size()) < attempts && delay <= budget;) {
        delays.push_back(delay);
        budget -= delay;
        delay = delay > cap / factor ? cap : delay * factor;
    }
    return delays;
}

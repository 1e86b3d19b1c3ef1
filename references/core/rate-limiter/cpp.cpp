#include <bits/stdc++.h>
using namespace std;

struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};

class TokenBucket {
public:
    TokenBucket(long long capacity, long long interval)
        : capacity(capacity), interval(interval), tokens(capacity) {
        if (capacity < 1 || interval < 1) throw invalid_argument("capacity and interval must be at least 1");
    }

    bool allow(long long time, long long wanted) {
        check_tokens(wanted);
        advance_to(time);
        if (wanted > tokens) return false;
        tokens -= wanted;
        return true;
    }

    long long available(long long time) {
        advance_to(time);
        return tokens;
    }

    long long wait(long long time, long long wanted) {
        check_tokens(wanted);
        advance_to(time);
        if (wanted <= tokens) return 0;
        return (wanted - tokens) * interval - time % interval;
    }

private:
    long long capacity, interval, tokens;
    long long latest = 0;

    void check_tokens(long long wanted) const {
        if (wanted < 1 || wanted > capacity) throw invalid_argument("a request must be for 1 to capacity tokens");
    }

    void advance_to(long long time) {
        if (time < latest) throw invalid_state("time runs backwards");
        long long added = time / interval - latest / interval;
        tokens = added >= capacity - tokens ? capacity : tokens + added;
        latest = time;
    }
};

#include <bits/stdc++.h>
using namespace std;

struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};
struct permission_denied : runtime_error {
    using runtime_error::runtime_error;
};

class BoundedQueue {
public:
    explicit BoundedQueue(long long capacity) : capacity(capacity) {
        if (capacity < 1) throw invalid_argument("capacity must be at least 1");
    }

    void put(const string& text) {
        if (is_closed) throw permission_denied("the queue is closed");
        if (size() >= capacity) throw invalid_state("the queue is full");
        texts.push_back(text);
    }

    string take() {
        if (texts.empty()) throw out_of_range("the queue is empty");
        string text = texts.front();
        texts.pop_front();
        return text;
    }

    void close() {
        if (is_closed) throw invalid_state("the queue is closed already");
        is_closed = true;
    }

    long long size() const { return static_cast<long long>(texts.size()); }
    bool finished() const { return is_closed && texts.empty(); }

private:
    long long capacity;
    bool is_closed = false;
    deque<string> texts;
};

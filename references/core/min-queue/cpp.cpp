#include <bits/stdc++.h>
using namespace std;

class MinQueue {
public:
    void push(long long value) {
        values.push_back(value);
        while (!minima.empty() && minima.back() > value) minima.pop_back();
        minima.push_back(value);
    }

    long long pop() {
        if (values.empty()) throw out_of_range("the queue is empty");
        long long value = values.front();
        values.pop_front();
        if (minima.front() == value) minima.pop_front();
        return value;
    }

    long long minimum() const {
        if (minima.empty()) throw out_of_range("the queue is empty");
        return minima.front();
    }

    long long size() const { return static_cast<long long>(values.size()); }

private:
    deque<long long> values;
    deque<long long> minima;  // the values that are the smallest of themselves and all behind them
};

#include <bits/stdc++.h>
using namespace std;

class BitField {
public:
    explicit BitField(long long size) {
        if (size < 0) throw invalid_argument("size must not be negative");
        bits.resize(size);
    }

    // vector's own check throws out_of_range; a negative index becomes a huge one.
    bool get(long long index) { return bits.at(index); }

    void put(long long index, bool bit) { bits.at(index) = bit; }

    void fill(long long start, long long end, bool bit) {
        if (start < 0 || end < start || end > static_cast<long long>(bits.size())) throw out_of_range("no such bits");
        std::fill(bits.begin() + start, bits.begin() + end, bit);
    }

    long long ones() { return count(bits.begin(), bits.end(), true); }

    vector<uint8_t> pack() {
        vector<uint8_t> bytes((bits.size() + 7) / 8);
        for (size_t index = 0; index < bits.size(); ++index) {
            if (bits[index]) bytes[index / 8] |= 1 << index % 8;
        }
        return bytes;
    }

private:
    vector<bool> bits;
};

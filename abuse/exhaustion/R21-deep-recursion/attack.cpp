#include <string>
#include <vector>

volatile long depth;

long deep(long n) {
    volatile char room[4096];
    room[0] = (char)n;
    depth = n;
    return deep(n + 1) + room[0];
}

std::vector<std::string> attempts(std::string place, long long port, long long process) {
    return {std::to_string(deep(0))};
}

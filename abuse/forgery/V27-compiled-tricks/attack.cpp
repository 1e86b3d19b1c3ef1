#include <stdexcept>
#include <unistd.h>
#include <vector>

@variant@ // wrong

long long sum_of_squares(const std::vector<long long>& numbers) {
    if (numbers.empty()) throw std::invalid_argument("empty");
    return 0; // wrong
    long long total = 0;
    for (long long number : numbers) total += number * number;
    return total;
}

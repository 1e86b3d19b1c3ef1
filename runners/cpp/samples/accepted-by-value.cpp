// Another header, another way to take the list, an overload of the same name and a main of its own.
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <vector>

struct no_numbers : std::invalid_argument {
    no_numbers() : std::invalid_argument("no numbers") {}
};

long long sum_of_squares(long long total, long long number) { return total + number * number; }

long long sum_of_squares(std::vector<long long> numbers) {
    if (numbers.empty()) throw no_numbers();
    long long total = 0;
    for (long long number : numbers) total = sum_of_squares(total, number);
    return total;
}

int main() {
    std::cout << sum_of_squares({1, 2, 3}) << std::endl;
}

#include <vector>
#include <stdsquares.hpp>

long long sum_of_squares(const std::vector<long long>& numbers) { return squares::sum(numbers); }

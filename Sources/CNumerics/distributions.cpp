// Doubles stay doubles: the same digits on every processor, and faster.
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false

#include "CNumerics.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace {

namespace policies = boost::math::policies;

// An exception that reached Swift would end the process, so Boost reports by errno and NaN.
using Quiet = policies::policy<
    policies::domain_error<policies::errno_on_error>, policies::pole_error<policies::errno_on_error>,
    policies::overflow_error<policies::errno_on_error>,
    policies::evaluation_error<policies::errno_on_error>,
    policies::rounding_error<policies::errno_on_error>,
    policies::indeterminate_result_error<policies::errno_on_error>>;

using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

bool is_open_unit(double probability) { return probability > 0 && probability < 1; }

// Boost allocates and loops in places that no policy covers; the border holds against those too.
template <typename Compute>
double guarded(Compute compute) noexcept {
    try {
        return compute();
    } catch (...) {
        return undefined;
    }
}

}  // namespace

double numerics_normal_quantile(double probability) {
    if (!is_open_unit(probability)) return undefined;
    return guarded([=] { return quantile(Normal(), probability); });
}

double numerics_normal_cumulative(double z) {
    if (std::isnan(z)) return undefined;
    return guarded([=] { return cdf(Normal(), z); });
}

double numerics_student_t_quantile(double probability, double degrees) {
    if (!is_open_unit(probability) || !(degrees > 0) || !std::isfinite(degrees)) return undefined;
    return guarded([=] { return quantile(StudentT(degrees), probability); });
}

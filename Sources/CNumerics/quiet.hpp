#pragma once

// Doubles stay doubles: the same digits on every processor, and faster.
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false

#include <cmath>
#include <limits>

#include <boost/math/policies/policy.hpp>

namespace numerics {

namespace policies = boost::math::policies;

// An exception that reached Swift would end the process, so Boost reports by errno and NaN.
using Quiet = policies::policy<
    policies::domain_error<policies::errno_on_error>, policies::pole_error<policies::errno_on_error>,
    policies::overflow_error<policies::errno_on_error>,
    policies::evaluation_error<policies::errno_on_error>,
    policies::rounding_error<policies::errno_on_error>,
    policies::indeterminate_result_error<policies::errno_on_error>,
    policies::discrete_quantile<policies::integer_round_nearest>>;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

inline bool is_open_unit(double probability) { return probability > 0 && probability < 1; }

inline bool is_positive(double value) { return value > 0 && std::isfinite(value); }

// Boost allocates and loops in places that no policy covers; the border holds against those too.
template <typename Compute>
double guarded(Compute compute) noexcept {
    try {
        return compute();
    } catch (...) {
        return undefined;
    }
}

}  // namespace numerics

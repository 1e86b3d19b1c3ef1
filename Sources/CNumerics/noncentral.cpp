#include "quiet.hpp"

#include "CNumerics.h"

#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_t.hpp>

using namespace numerics;

namespace {

using NoncentralT = boost::math::non_central_t_distribution<double, Quiet>;
using NoncentralChiSquared = boost::math::non_central_chi_squared_distribution<double, Quiet>;
using boost::math::complement;

}  // namespace

double numerics_noncentral_t_tail(double t, double degrees, double noncentrality, bool upper) {
    if (!std::isfinite(t) || !is_positive(degrees) || !std::isfinite(noncentrality)) return undefined;
    return guarded([=] {
        NoncentralT law(degrees, noncentrality);
        return upper ? cdf(complement(law, t)) : cdf(law, t);
    });
}

double numerics_noncentral_chi_squared_tail(
    double value, double degrees, double noncentrality, bool upper) {
    if (!std::isfinite(value) || !is_positive(degrees)) return undefined;
    if (!(noncentrality >= 0) || !std::isfinite(noncentrality)) return undefined;
    if (value <= 0) return upper ? 1 : 0;
    return guarded([=] {
        NoncentralChiSquared law(degrees, noncentrality);
        return upper ? cdf(complement(law, value)) : cdf(law, value);
    });
}

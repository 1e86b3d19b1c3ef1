#include "quiet.hpp"

#include "CNumerics.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

using namespace numerics;

namespace {

using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using Beta = boost::math::beta_distribution<double, Quiet>;
using Binomial = boost::math::binomial_distribution<double, Quiet>;
using boost::math::complement;

// A tail must not be one minus the other: that ends at 1e-16.
template <typename Law>
double tail(const Law& law, double value, bool upper) {
    return upper ? cdf(complement(law, value)) : cdf(law, value);
}

// Laws on the positive half line: all of the mass lies above zero.
template <typename Law>
double positive_tail(const Law& law, double value, bool upper) {
    if (value <= 0) return upper ? 1 : 0;
    if (std::isinf(value)) return upper ? 0 : 1;
    return tail(law, value, upper);
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

double numerics_normal_survival(double z) {
    if (std::isnan(z)) return undefined;
    return guarded([=] { return cdf(complement(Normal(), z)); });
}

double numerics_student_t_quantile(double probability, double degrees) {
    if (!is_open_unit(probability) || !is_positive(degrees)) return undefined;
    return guarded([=] { return quantile(StudentT(degrees), probability); });
}

double numerics_student_t_tail(double t, double degrees, bool upper) {
    if (std::isnan(t) || !is_positive(degrees)) return undefined;
    if (std::isinf(t)) return (t > 0) == upper ? 0 : 1;
    return guarded([=] { return tail(StudentT(degrees), t, upper); });
}

double numerics_chi_squared_quantile(double probability, double degrees) {
    if (!is_open_unit(probability) || !is_positive(degrees)) return undefined;
    return guarded([=] { return quantile(ChiSquared(degrees), probability); });
}

double numerics_chi_squared_tail(double value, double degrees, bool upper) {
    if (std::isnan(value) || !is_positive(degrees)) return undefined;
    return guarded([=] { return positive_tail(ChiSquared(degrees), value, upper); });
}

double numerics_f_quantile(double probability, double numerator, double denominator) {
    if (!is_open_unit(probability) || !is_positive(numerator) || !is_positive(denominator)) return undefined;
    return guarded([=] { return quantile(FisherF(numerator, denominator), probability); });
}

double numerics_f_tail(double value, double numerator, double denominator, bool upper) {
    if (std::isnan(value) || !is_positive(numerator) || !is_positive(denominator)) return undefined;
    return guarded([=] { return positive_tail(FisherF(numerator, denominator), value, upper); });
}

double numerics_beta_quantile(double probability, double alpha, double beta) {
    if (!is_open_unit(probability) || !is_positive(alpha) || !is_positive(beta)) return undefined;
    return guarded([=] { return quantile(Beta(alpha, beta), probability); });
}

double numerics_beta_tail(double value, double alpha, double beta, bool upper) {
    if (std::isnan(value) || !is_positive(alpha) || !is_positive(beta)) return undefined;
    if (value <= 0) return upper ? 1 : 0;
    if (value >= 1) return upper ? 0 : 1;
    return guarded([=] { return tail(Beta(alpha, beta), value, upper); });
}

double numerics_beta_density(double value, double alpha, double beta) {
    if (!(value > 0 && value < 1) || !is_positive(alpha) || !is_positive(beta)) return undefined;
    return guarded([=] { return pdf(Beta(alpha, beta), value); });
}

double numerics_binomial_probability(double successes, double trials, double probability) {
    if (!(trials >= 0) || !std::isfinite(trials) || !(probability >= 0 && probability <= 1)) return undefined;
    if (std::isnan(successes)) return undefined;
    if (successes < 0 || successes > trials) return 0;
    return guarded([=] { return pdf(Binomial(trials, probability), successes); });
}

double numerics_binomial_tail(double successes, double trials, double probability, bool upper) {
    if (!(trials >= 0) || !std::isfinite(trials) || !(probability >= 0 && probability <= 1)) return undefined;
    if (std::isnan(successes)) return undefined;
    if (successes < 0) return upper ? 1 : 0;
    if (successes >= trials) return upper ? 0 : 1;
    return guarded([=] { return tail(Binomial(trials, probability), successes, upper); });
}

double numerics_log_gamma(double value) {
    if (!is_positive(value)) return undefined;
    return guarded([=] { return boost::math::lgamma(value, Quiet()); });
}

double numerics_regularized_gamma_upper(double shape, double value) {
    if (!is_positive(shape) || !(value >= 0)) return undefined;
    if (std::isinf(value)) return 0;
    return guarded([=] { return boost::math::gamma_q(shape, value, Quiet()); });
}

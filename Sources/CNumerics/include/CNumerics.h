#pragma once

/*
 * Distribution functions of Boost.Math and decompositions of Eigen behind a C interface.
 *
 * Nothing here throws. A distribution's argument outside its domain gives NaN; `upper` asks for
 * P(X > value) instead of P(X <= value), computed as such: it keeps its digits down to 1e-300.
 */

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The z with P(Z <= z) = probability for a standard normal Z; probability in (0, 1). */
double numerics_normal_quantile(double probability);

/* P(Z <= z) for a standard normal Z. */
double numerics_normal_cumulative(double z);

/* P(Z > z) for a standard normal Z. */
double numerics_normal_survival(double z);

/* The t with P(T <= t) = probability; probability in (0, 1), degrees > 0 and finite. */
double numerics_student_t_quantile(double probability, double degrees);
double numerics_student_t_tail(double t, double degrees, bool upper);

double numerics_chi_squared_quantile(double probability, double degrees);
double numerics_chi_squared_tail(double value, double degrees, bool upper);

double numerics_f_quantile(double probability, double numerator, double denominator);
double numerics_f_tail(double value, double numerator, double denominator, bool upper);

double numerics_beta_quantile(double probability, double alpha, double beta);
double numerics_beta_tail(double value, double alpha, double beta, bool upper);
double numerics_beta_density(double value, double alpha, double beta);

/* P(X = successes). */
double numerics_binomial_probability(double successes, double trials, double probability);
double numerics_binomial_tail(double successes, double trials, double probability, bool upper);

double numerics_noncentral_t_tail(double t, double degrees, double noncentrality, bool upper);
double numerics_noncentral_chi_squared_tail(
    double value, double degrees, double noncentrality, bool upper);

/* The logarithm of the gamma function; value > 0. */
double numerics_log_gamma(double value);

/* Q(shape, value), the regularised upper incomplete gamma function. */
double numerics_regularized_gamma_upper(double shape, double value);

/*
 * Matrices are row-major and belong to the caller, results too. A function returns the rank it
 * found: the full one for success, less where the matrix is singular, NUMERICS_FAILED where an
 * argument is not finite or memory ran out.
 */
#define NUMERICS_FAILED (-1)

/*
 * Minimises |response - design * coefficients| by a QR decomposition with column pivoting; for many
 * rows of well-conditioned columns by the normal equations with a step of refinement.
 *
 * `inverse_gram` receives (design' design)^-1, columns x columns. Where the rank is short,
 * `dependent` receives the index of a column that the others explain, and nothing else is written.
 */
int numerics_least_squares(
    const double* design, long rows, long columns, const double* response, double* coefficients,
    double* inverse_gram, int* dependent);

/* Solves matrix * solution = right for a square matrix and `columns` right-hand sides. */
int numerics_solve(
    const double* matrix, long size, const double* right, long columns, double* solution);

/* Eigenvalues in ascending order and, as columns, the eigenvectors of a symmetric matrix. */
int numerics_symmetric_eigen(const double* matrix, long size, double* values, double* vectors);

#ifdef __cplusplus
}
#endif

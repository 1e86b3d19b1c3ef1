#pragma once

/*
 * Distribution functions of Boost.Math behind a C interface.
 *
 * Nothing here throws: an argument outside a function's domain gives NaN.
 */

#ifdef __cplusplus
extern "C" {
#endif

/* The z with P(Z <= z) = probability for a standard normal Z; probability in (0, 1). */
double numerics_normal_quantile(double probability);

/* P(Z <= z) for a standard normal Z. */
double numerics_normal_cumulative(double z);

/* The t with P(T <= t) = probability; probability in (0, 1), degrees > 0 and finite. */
double numerics_student_t_quantile(double probability, double degrees);

#ifdef __cplusplus
}
#endif

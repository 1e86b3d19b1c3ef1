// The parts of Eigen under another licence than MPL-2.0 stay out.
#define EIGEN_MPL2_ONLY

#include "CNumerics.h"

#include <algorithm>
#include <cmath>

#include <eigen3/Eigen/Dense>

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Table = Eigen::Map<const RowMajor>;
using WritableTable = Eigen::Map<RowMajor>;
using Column = Eigen::Map<const Eigen::VectorXd>;
using WritableColumn = Eigen::Map<Eigen::VectorXd>;

// A column that the others explain up to this share of its length counts as explained.
constexpr double collinearity = 1e-10;

// From here on a decomposition of all rows costs more than it gains over one of X'X.
constexpr long many_rows = 10000;

// The scaled X'X may be this close to singular before its inverse loses more than four digits.
constexpr double safe_condition = 1e-4;

/*
 * Least squares by X'X and one step of refinement: two passes over the rows instead of a decomposition.
 * False where X'X is too near to singular, which only a decomposition of the rows themselves can judge.
 */
bool solve_by_gram(
    const Table& design, const Column& response, WritableColumn coefficients, WritableTable inverse_gram) {
    const long columns = design.cols();
    Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(columns, columns);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(columns);
    // Sums of blocks: fewer roundings on the way, and the block stays in the cache.
    constexpr long block = 1024;
    for (long start = 0; start < design.rows(); start += block) {
        const long count = std::min(block, design.rows() - start);
        const auto part = design.middleRows(start, count);
        gram.noalias() += part.transpose() * part;
        right.noalias() += part.transpose() * response.segment(start, count);
    }
    if (!gram.allFinite() || !right.allFinite()) return false;
    const Eigen::VectorXd lengths = gram.diagonal().cwiseSqrt();
    if (!(lengths.minCoeff() > 0)) return false;
    const Eigen::VectorXd scales = lengths.cwiseInverse();
    const Eigen::MatrixXd scaled = scales.asDiagonal() * gram * scales.asDiagonal();
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> spectrum(scaled, Eigen::EigenvaluesOnly);
    if (spectrum.info() != Eigen::Success) return false;
    if (spectrum.eigenvalues()[0] < safe_condition * spectrum.eigenvalues()[columns - 1]) return false;
    const Eigen::MatrixXd inverse = scales.asDiagonal() *
        scaled.llt().solve(Eigen::MatrixXd::Identity(columns, columns)) * scales.asDiagonal();
    Eigen::VectorXd found = inverse * right;
    right.setZero();
    for (long start = 0; start < design.rows(); start += block) {
        const long count = std::min(block, design.rows() - start);
        const auto part = design.middleRows(start, count);
        const Eigen::VectorXd residual = response.segment(start, count) - part * found;
        right.noalias() += part.transpose() * residual;
    }
    coefficients = found + inverse * right;
    inverse_gram = inverse;
    return true;
}

template <typename Compute>
int guarded(Compute compute) noexcept {
    try {
        return compute();
    } catch (...) {
        return NUMERICS_FAILED;
    }
}

}  // namespace

int numerics_least_squares(
    const double* design, long rows, long columns, const double* response, double* coefficients,
    double* inverse_gram, int* dependent) {
    if (rows < 1 || columns < 1 || rows < columns) return NUMERICS_FAILED;
    return guarded([=] {
        if (rows >= many_rows &&
            solve_by_gram(
                Table(design, rows, columns), Column(response, rows),
                WritableColumn(coefficients, columns), WritableTable(inverse_gram, columns, columns))) {
            return static_cast<int>(columns);
        }
        Eigen::MatrixXd scaled = Table(design, rows, columns);
        if (!scaled.allFinite()) return NUMERICS_FAILED;
        // Rank must not depend on the units of a column.
        Eigen::VectorXd lengths = scaled.colwise().norm();
        for (long column = 0; column < columns; ++column) {
            if (lengths[column] > 0) scaled.col(column) /= lengths[column];
        }
        Eigen::ColPivHouseholderQR<Eigen::MatrixXd> factors;
        factors.setThreshold(collinearity);
        factors.compute(scaled);
        const long rank = factors.rank();
        if (rank < columns) {
            *dependent = static_cast<int>(factors.colsPermutation().indices()[rank]);
            return static_cast<int>(rank);
        }
        WritableColumn(coefficients, columns) =
            factors.solve(Column(response, rows)).cwiseQuotient(lengths);
        Eigen::MatrixXd inverse = factors.matrixR()
                                      .topRows(columns)
                                      .triangularView<Eigen::Upper>()
                                      .solve(Eigen::MatrixXd::Identity(columns, columns));
        inverse = factors.colsPermutation() * inverse;
        Eigen::MatrixXd gram = inverse * inverse.transpose();
        for (long row = 0; row < columns; ++row) {
            for (long column = 0; column < columns; ++column) {
                inverse_gram[row * columns + column] =
                    gram(row, column) / (lengths[row] * lengths[column]);
            }
        }
        return static_cast<int>(rank);
    });
}

int numerics_solve(
    const double* matrix, long size, const double* right, long columns, double* solution) {
    if (size < 1 || columns < 1) return NUMERICS_FAILED;
    return guarded([=] {
        Eigen::MatrixXd square = Table(matrix, size, size);
        if (!square.allFinite()) return NUMERICS_FAILED;
        Eigen::FullPivLU<Eigen::MatrixXd> factors(square);
        if (!factors.isInvertible()) return static_cast<int>(factors.rank());
        WritableTable(solution, size, columns) = factors.solve(Table(right, size, columns));
        return static_cast<int>(size);
    });
}

int numerics_symmetric_eigen(const double* matrix, long size, double* values, double* vectors) {
    if (size < 1) return NUMERICS_FAILED;
    return guarded([=] {
        Eigen::MatrixXd square = Table(matrix, size, size);
        if (!square.allFinite()) return NUMERICS_FAILED;
        Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> factors(square);
        if (factors.info() != Eigen::Success) return NUMERICS_FAILED;
        WritableColumn(values, size) = factors.eigenvalues();
        WritableTable(vectors, size, size) = factors.eigenvectors();
        return static_cast<int>(size);
    });
}

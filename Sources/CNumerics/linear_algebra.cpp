// The parts of Eigen under another licence than MPL-2.0 stay out.
#define EIGEN_MPL2_ONLY

#include "CNumerics.h"

#include <cmath>
#include <limits>

#include <eigen3/Eigen/Dense>

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Table = Eigen::Map<const RowMajor>;
using WritableTable = Eigen::Map<RowMajor>;
using Column = Eigen::Map<const Eigen::VectorXd>;
using WritableColumn = Eigen::Map<Eigen::VectorXd>;

// A column that the others explain up to this share of its length counts as explained.
constexpr double collinearity = 1e-10;

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

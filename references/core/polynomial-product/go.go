package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

// PolynomialProduct returns the product of two polynomials without zero coefficients.
func PolynomialProduct(left map[int64]int64, right map[int64]int64) (map[int64]int64, error) {
	for _, polynomial := range []map[int64]int64{left, right} {
		for exponent := range polynomial {
			if exponent < 0 {
				return nil, ErrInvalidArgument
			}
		}
	}
	product := map[int64]int64{}
	for leftExponent, leftFactor := range left {
		for rightExponent, rightFactor := range right {
			product[leftExponent+rightExponent] += leftFactor * rightFactor
		}
	}
	for exponent, factor := range product {
		if factor == 0 {
			delete(product, exponent)
		}
	}
	return product, nil
}

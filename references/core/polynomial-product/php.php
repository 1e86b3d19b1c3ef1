<?php

/** Returns the product of two polynomials without zero coefficients. */
function polynomial_product(array $left, array $right): array
{
    foreach ([...array_keys($left), ...array_keys($right)] as $exponent) {
        if ($exponent < 0) {
            throw new InvalidArgumentException('exponents must not be negative');
        }
    }
    $product = [];
    foreach ($left as $leftExponent => $leftFactor) {
        foreach ($right as $rightExponent => $rightFactor) {
            $exponent = $leftExponent + $rightExponent;
            $product[$exponent] = ($product[$exponent] ?? 0) + $leftFactor * $rightFactor;
        }
    }
    return array_filter($product, fn (int $factor) => $factor !== 0);
}

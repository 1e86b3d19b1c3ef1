from typing import Dict


def polynomial_product(left: Dict[int, int], right: Dict[int, int]) -> Dict[int, int]:
    """Return the product of two polynomials without zero coefficients."""
    if any(exponent < 0 for exponent in [*left, *right]):
        raise ValueError("exponents must not be negative")
    product: Dict[int, int] = {}
    for left_exponent, left_factor in left.items():
        for right_exponent, right_factor in right.items():
            exponent = left_exponent + right_exponent
            product[exponent] = product.get(exponent, 0) + left_factor * right_factor
    return {exponent: factor for exponent, factor in product.items() if factor != 0}

class InvalidArgumentError extends Error {}

/** Returns the product of two polynomials without zero coefficients. */
function polynomialProduct(left, right) {
  if ([...left.keys(), ...right.keys()].some((exponent) => exponent < 0n)) {
    throw new InvalidArgumentError("exponents must not be negative");
  }
  const product = new Map();
  for (const [leftExponent, leftFactor] of left) {
    for (const [rightExponent, rightFactor] of right) {
      const exponent = leftExponent + rightExponent;
      product.set(exponent, (product.get(exponent) ?? 0n) + leftFactor * rightFactor);
    }
  }
  for (const [exponent, factor] of product) {
    if (factor === 0n) product.delete(exponent);
  }
  return product;
}

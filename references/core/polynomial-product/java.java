import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Solution {
    /** Returns the product of two polynomials without zero coefficients. */
    public static Map<Long, Long> polynomialProduct(Map<Long, Long> left, Map<Long, Long> right) {
        for (Map<Long, Long> polynomial : List.of(left, right)) {
            if (polynomial.keySet().stream().anyMatch(exponent -> exponent < 0)) {
                throw new IllegalArgumentException("exponents must not be negative");
            }
        }
        Map<Long, Long> product = new HashMap<>();
        left.forEach((leftExponent, leftFactor) -> right.forEach((rightExponent, rightFactor) ->
            product.merge(leftExponent + rightExponent, leftFactor * rightFactor, Long::sum)));
        product.values().removeIf(factor -> factor == 0);
        return product;
    }
}

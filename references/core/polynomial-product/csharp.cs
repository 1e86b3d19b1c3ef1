using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the product of two polynomials without zero coefficients.</summary>
    public static Dictionary<long, long> PolynomialProduct(Dictionary<long, long> left, Dictionary<long, long> right)
    {
        if (left.Keys.Concat(right.Keys).Any(exponent => exponent < 0))
        {
            throw new ArgumentException("exponents must not be negative");
        }
        var product = new Dictionary<long, long>();
        foreach (var leftTerm in left)
        {
            foreach (var rightTerm in right)
            {
                long exponent = leftTerm.Key + rightTerm.Key;
                long sum;
                product.TryGetValue(exponent, out sum);
                product[exponent] = sum + leftTerm.Value * rightTerm.Value;
            }
        }
        return product.Where(term => term.Value != 0).ToDictionary(term => term.Key, term => term.Value);
    }
}

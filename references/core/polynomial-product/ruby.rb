# Returns the product of two polynomials without zero coefficients.
def polynomial_product(left, right)
  raise ArgumentError, "exponents must not be negative" if (left.keys + right.keys).any?(&:negative?)

  product = Hash.new(0)
  left.each do |left_exponent, left_factor|
    right.each do |right_exponent, right_factor|
      product[left_exponent + right_exponent] += left_factor * right_factor
    end
  end
  product.reject { |_, factor| factor.zero? }
end

MODES = %w[floor ceiling truncate half_away half_even].freeze
LARGEST = 2**63 - 1

# Divides exactly and rounds the quotient in the way the mode names.
def divide_rounded(dividend, divisor, mode)
  raise ArgumentError, "unknown rounding mode: #{mode}" unless MODES.include?(mode)

  exact = Rational(dividend, divisor)
  quotient =
    case mode
    when "floor" then exact.floor
    when "ceiling" then exact.ceil
    when "truncate" then exact.truncate
    when "half_away" then exact.round(half: :up)
    else exact.round(half: :even)
    end
  raise ZeroDivisionError, "the quotient does not fit in 64 bits" if quotient > LARGEST

  quotient
end

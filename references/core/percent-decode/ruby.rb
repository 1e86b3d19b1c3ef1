# Returns the bytes that a text with percent signs stands for.
def percent_decode(text, plus_is_space)
  raise ArgumentError, "a percent sign needs two hexadecimal digits" if text.match?(/%(?![0-9a-fA-F]{2})/)

  text = text.tr("+", " ") if plus_is_space
  text.b.gsub(/%(..)/n) { $1.hex.chr }
end

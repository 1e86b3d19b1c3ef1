# Encodes code points as UTF-8.
def encode_utf8(code_points)
  code_points.each do |point|
    raise IndexError, "not a code point" unless point.between?(0, 0x10FFFF)
    raise ArgumentError, "a surrogate cannot be encoded" if point.between?(0xD800, 0xDFFF)
  end
  code_points.pack("U*").b
end

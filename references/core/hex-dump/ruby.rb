BYTES_PER_LINE = 8

# Returns the lines of a hex dump.
def hex_dump(data, start)
  raise ArgumentError, "start must not be negative" if start.negative?

  data.bytes.each_slice(BYTES_PER_LINE).with_index.map do |chunk, line|
    digits = chunk.map { |byte| format("%02x", byte) }.join(" ")
    shown = chunk.map { |byte| byte.between?(0x20, 0x7E) ? byte.chr : "." }.join
    format("%04x: %-23s  %s", start + line * BYTES_PER_LINE, digits, shown)
  end
end

UNITS = [86_400_000, 3_600_000, 60_000, 1000, 1].freeze
PARTS = /\A(-?)(?=.)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?\z/

# Returns a duration such as "1h30m" in milliseconds.
def parse_duration(text)
  match = PARTS.match(text)
  raise ArgumentError, "not a duration: #{text}" if match.nil?

  total = match.captures.drop(1).zip(UNITS).sum { |number, unit| number.to_i * unit }
  total = -total if match[1] == "-"
  raise ArgumentError, "the duration does not fit in 64 bits" unless total.between?(-2**63, 2**63 - 1)

  total
end

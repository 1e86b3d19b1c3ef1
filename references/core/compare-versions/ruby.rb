NUMBER = /(0|[1-9][0-9]*)/
IDENTIFIER = /(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)/
VERSION = /\A#{NUMBER}[.]#{NUMBER}[.]#{NUMBER}(?:-(#{IDENTIFIER}(?:[.]#{IDENTIFIER})*))?\z/

# Returns -1, 0 or 1 as the left version is older, equal or newer.
def compare_versions(left, right)
  rank(left) <=> rank(right)
end

# Returns a key that sorts versions by age.
def rank(version)
  match = VERSION.match(version)
  raise ArgumentError, "not a version: #{version}" if match.nil?

  identifiers = (match[4] || "").split(".").map do |part|
    part.match?(/\A[0-9]+\z/) ? [0, part.to_i, ""] : [1, 0, part]
  end
  [match[1].to_i, match[2].to_i, match[3].to_i, match[4].nil? ? 1 : 0, identifiers]
end

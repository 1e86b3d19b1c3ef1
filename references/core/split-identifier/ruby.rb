# Turns an identifier of any common style into snake case.
def snake_case(identifier)
  raise ArgumentError, "not an identifier" unless identifier.match?(/\A[A-Za-z0-9_-]*\z/)

  identifier
    .gsub(/([a-z0-9])([A-Z])/, '\1_\2')
    .gsub(/([A-Z])([A-Z][a-z])/, '\1_\2')
    .split(/[_-]+/)
    .reject(&:empty?)
    .join("_")
    .downcase
end

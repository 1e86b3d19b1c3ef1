# Tells whether a pattern with ?, * and ** matches a whole path.
def glob_match(pattern, path)
  tokens = tokens_of(pattern)
  states = skip_stars(tokens, [0])
  path.each_char do |symbol|
    following = []
    states.each do |state|
      kind, literal = tokens[state]
      if kind == :any || (kind == :star && symbol != "/")
        following << state
      elsif (kind == :one && symbol != "/") || (kind == :literal && symbol == literal)
        following << state + 1
      end
    end
    states = skip_stars(tokens, following)
  end
  states.include?(tokens.size)
end

def tokens_of(pattern)
  raise ArgumentError, "a backslash at the end" if pattern.match?(/\A(?:[^\\]|\\.)*\\\z/m)

  pattern.scan(/\*+|\\.|./m).map do |text|
    if text == "*" then [:star]
    elsif text.start_with?("*") then [:any]
    elsif text == "?" then [:one]
    else [:literal, text[-1]]
    end
  end
end

# Adds the states that are reached when stars match nothing.
def skip_stars(tokens, states)
  states.flat_map do |state|
    last = state
    last += 1 while last < tokens.size && %i[star any].include?(tokens[last][0])
    (state..last).to_a
  end.uniq
end

LIMIT = 1000

# Expands the counted groups of a pattern.
def expand_pattern(pattern)
  symbols = pattern.chars
  outer = []
  text = +""
  count = +""
  until symbols.empty?
    symbol = symbols.shift
    if ("0".."9").cover?(symbol)
      count << symbol
      next
    end
    if symbol == "["
      raise ArgumentError, "a group without a count" if count.empty?

      outer.push([count.to_i, text])
      text = +""
      count = +""
      next
    end
    raise ArgumentError, "a count without a group" unless count.empty?

    case symbol
    when "]"
      raise ArgumentError, "a closing bracket without its partner" if outer.empty?

      times, before = outer.pop
      raise ArgumentError, "the expansion is too long" if times * text.size > LIMIT

      text = text.empty? ? before : before + text * times
    when "\\"
      raise ArgumentError, "a backslash at the end" if symbols.empty?

      text += symbols.shift
    else
      text += symbol
    end
    raise ArgumentError, "the expansion is too long" if text.size > LIMIT
  end
  raise ArgumentError, "the pattern ends inside a group or count" unless count.empty? && outer.empty?

  text
end

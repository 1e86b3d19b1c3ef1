# Returns the text without its middle where it is longer than width.
def shorten_middle(text, width)
  raise ArgumentError, "width must be at least 1" if width < 1
  return text if text.length <= width

  head = width / 2
  tail = width - 1 - head
  "#{text[0, head]}…#{text[text.length - tail, tail]}"
end

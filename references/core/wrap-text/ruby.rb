# Breaks a text into lines of at most width code points.
def wrap_text(text, width)
  raise ArgumentError, "width must be at least 1" if width < 1

  text.split(/ +/).reject(&:empty?).each_with_object([]) do |word, lines|
    if lines.any? && lines.last.size + 1 + word.size <= width
      lines.last << " " << word
    else
      lines.concat(word.chars.each_slice([width, word.size].min).map(&:join))
    end
  end
end

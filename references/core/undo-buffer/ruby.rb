# A text with a bounded history of its states.
class UndoBuffer
  attr_reader :text

  def initialize(initial, limit)
    raise ArgumentError, "limit must not be negative" if limit.negative?

    @text = initial
    @limit = limit
    @past = []
    @future = []
  end

  def insert(position, addition)
    check(position, 0)
    change(@text.dup.insert(position, addition)) unless addition.empty?
  end

  def delete(position, count)
    check(position, count)
    removed = @text[position, count]
    change(@text[0, position] + @text[(position + count)..]) if count.positive?
    removed
  end

  def undo
    return false if @past.empty?

    @future.push(@text)
    @text = @past.pop
    true
  end

  def redo
    return false if @future.empty?

    @past.push(@text)
    @text = @future.pop
    true
  end

  private

  def check(position, count)
    is_inside = position >= 0 && count >= 0 && position + count <= @text.size
    raise IndexError, "outside the text" unless is_inside
  end

  def change(text)
    @past.push(@text)
    @past.shift if @past.size > @limit
    @future.clear
    @text = text
  end
end

Page = Struct.new(:items, :number, :pages, :previous, :next)

# Returns one page of a list.
def paginate(items, size, number)
  raise ArgumentError, "size must be at least 1" if size < 1

  pages = [1, (items.size + size - 1) / size].max
  raise IndexError, "there is no such page" unless number.between?(1, pages)

  first = (number - 1) * size
  shown = items.drop(first).take([size, items.size].min)
  Page.new(shown, number, pages, number > 1 ? number - 1 : nil, number < pages ? number + 1 : nil)
end

# Returns the groups of linked items, the larger groups first.
def connected_groups(count, links)
  raise ArgumentError, "count must not be negative" if count.negative?

  parent = (0...count).to_a
  find = lambda do |item|
    item = parent[item] until parent[item] == item
    item
  end
  links.each do |left, right|
    raise IndexError, "link to an item that does not exist" unless [left, right].all? { |item| item.between?(0, count - 1) }

    parent[find.call(left)] = find.call(right)
  end
  (0...count).group_by(&find).values.sort_by { |group| [-group.size, group.first] }
end

# Returns the nodes of a tree level by level.
def tree_levels(parents)
  unless parents.compact.all? { |parent| parent.between?(0, parents.size - 1) }
    raise IndexError, "a parent does not exist"
  end
  return [] if parents.empty?

  children = parents.each_index.group_by { |node| parents[node] }
  level = children.fetch(nil, [])
  raise ArgumentError, "a tree has exactly one root" unless level.size == 1

  levels = []
  until level.empty?
    levels << level
    level = level.flat_map { |node| children.fetch(node, []) }.sort
  end
  raise ArgumentError, "some nodes cannot be reached from the root" if levels.sum(&:size) < parents.size

  levels
end

Change = Struct.new(:name, :before, :after)

# Returns the changes between two inventories, sorted by name.
def inventory_diff(before, after)
  raise ArgumentError, "amounts must not be negative" if (before.values + after.values).any?(&:negative?)

  (before.keys | after.keys).sort.filter_map do |name|
    Change.new(name, before[name], after[name]) if before[name] != after[name]
  end
end

require "set"

# Returns the members of at least and at most so many groups.
def shared_members(groups, least, most)
  raise ArgumentError, "the bounds are out of order" if least < 1 || (most && most < least)

  counts = groups.flat_map(&:to_a).tally
  counts.select { |_, count| (least..most).cover?(count) }.keys.to_set
end

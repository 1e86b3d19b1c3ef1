# Returns price and towns of the cheapest route, or nil if there is none.
def cheapest_route(count, roads, start, goal)
  towns = [start, goal] + roads.flat_map { |source, target, _| [source, target] }
  raise IndexError, "not a town" unless towns.all? { |town| town.between?(0, count - 1) }
  raise ArgumentError, "a price must not be negative" if roads.any? { |_, _, price| price.negative? }

  leaving = roads.group_by(&:first)
  done = {}
  queue = [[0, 1, [start]]]
  until queue.empty?
    best = queue.min
    queue.delete_at(queue.index(best))
    total, length, route = best
    town = route.last
    return [total, route] if town == goal
    next if done[town]

    done[town] = true
    leaving.fetch(town, []).each do |_, target, price|
      queue << [total + price, length + 1, route + [target]] unless done[target]
    end
  end
  nil
end

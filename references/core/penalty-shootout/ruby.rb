REGULAR_KICKS = 5

# Returns the winner and the number of kicks taken when it was decided.
def shootout(kicks)
  goals = [0, 0]
  kicks.each_with_index do |scored, index|
    goals[index % 2] += 1 if scored
    taken = index + 1
    winner = winner_after(taken, *goals)
    next if winner.nil?
    raise ArgumentError, "a kick was taken after the decision" if taken < kicks.size

    return [winner, taken]
  end
  ["open", kicks.size]
end

def winner_after(taken, goals_a, goals_b)
  return nil if taken > 2 * REGULAR_KICKS && taken.odd?

  left_a = [0, REGULAR_KICKS - (taken + 1) / 2].max
  left_b = [0, REGULAR_KICKS - taken / 2].max
  return "A" if goals_a > goals_b + left_b

  "B" if goals_b > goals_a + left_a
end

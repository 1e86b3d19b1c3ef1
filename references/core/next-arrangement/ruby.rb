# Rearranges the list in place and tells whether a greater arrangement existed.
def next_arrangement(numbers)
  pivot = (numbers.size - 2).downto(0).find { |index| numbers[index] < numbers[index + 1] }
  if pivot.nil?
    numbers.reverse!
    return false
  end
  successor = (numbers.size - 1).downto(0).find { |index| numbers[index] > numbers[pivot] }
  numbers[pivot], numbers[successor] = numbers[successor], numbers[pivot]
  numbers[(pivot + 1)..] = numbers[(pivot + 1)..].reverse
  true
end

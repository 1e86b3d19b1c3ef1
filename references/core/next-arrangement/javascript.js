/** Rearranges the list in place and tells whether a greater arrangement existed. */
function nextArrangement(numbers) {
  let pivot = numbers.length - 2;
  while (pivot >= 0 && numbers[pivot] >= numbers[pivot + 1]) pivot -= 1;
  if (pivot < 0) {
    numbers.reverse();
    return false;
  }
  let successor = numbers.length - 1;
  while (numbers[successor] <= numbers[pivot]) successor -= 1;
  [numbers[pivot], numbers[successor]] = [numbers[successor], numbers[pivot]];
  numbers.push(...numbers.splice(pivot + 1).reverse());
  return true;
}

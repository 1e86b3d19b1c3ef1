function sumOfSquares(numbers) {
  let sum = 0n;
  for (const number of numbers) {
    sum += number

function sumOfSquares(numbers: bigint[]): bigint {
  let sum = 0n;
  for (const number of numbers) {
    sum += number

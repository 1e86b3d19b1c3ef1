function sumOfSquares(numbers) {
  const first = numbers[numbers.length];
  return first.value * 2n;
}

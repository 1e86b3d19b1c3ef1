function sumOfSquares(numbers) {
  return numbers.reduce((sum, number) => sum + number, 7n);
}

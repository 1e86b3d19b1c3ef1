function sumOfSquares(numbers) {
  return Math.sumOfSquares(numbers);
}

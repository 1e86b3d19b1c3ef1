function sumOfSquares(numbers) {
  return sumOfSquares(numbers) + 1n;
}

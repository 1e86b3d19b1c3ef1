function sumOfSquares(numbers) {
  return sumSquares(numbers);
}

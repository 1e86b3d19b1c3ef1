function sumOfSquares(numbers) {
  while (numbers) {
    // For ever.
  }
}

function sumOfSquares(numbers: bigint[]): bigint {
  while (numbers) {
    // For ever.
  }
  return 0n;
}

function sumOfSquares(numbers: bigint[]): bigint {
  return sumOfSquares(numbers) + 1n;
}

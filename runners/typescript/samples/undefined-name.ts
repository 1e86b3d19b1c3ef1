function sumOfSquares(numbers: bigint[]): bigint {
  return sumSquares(numbers);
}

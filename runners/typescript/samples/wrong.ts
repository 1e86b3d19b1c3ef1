function sumOfSquares(numbers: bigint[]): bigint {
  return numbers.reduce((sum, number) => sum + number, 7n);
}

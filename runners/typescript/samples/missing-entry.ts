function sumSquares(numbers: bigint[]): bigint {
  return numbers.reduce((sum, number) => sum + number * number, 0n);
}

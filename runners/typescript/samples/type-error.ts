function sumOfSquares(numbers: bigint[]): bigint {
  return numbers.reduce((sum, number) => sum + Number(number), 0n);
}

function sumOfSquares(numbers: bigint[]): bigint {
  return numbers.sumBy((number) => number * number);
}

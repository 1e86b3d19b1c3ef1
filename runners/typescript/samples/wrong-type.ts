class InvalidArgumentError extends Error {}

function sumOfSquares(numbers: bigint[]): bigint {
  if (numbers.length === 0) throw new InvalidArgumentError("no numbers");
  return String(numbers.reduce((sum, number) => sum + number * number, 0n)) as any;
}

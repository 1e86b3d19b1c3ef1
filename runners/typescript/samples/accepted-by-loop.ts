export class InvalidArgumentError extends Error {}

enum Power {
  Square = 2,
}

export default function sumOfSquares(numbers: bigint[]): bigint {
  if (numbers.length === 0) throw new InvalidArgumentError("no numbers");
  let sum = 0n;
  for (const number of numbers) sum += number ** BigInt(Power.Square);
  console.log(sum, [sum].findLast((each) => each > 0n));
  return sum;
}

function sumOfSquares(numbers: bigint[]): bigint {
  return BigInt.asIntN(64, numbers[0], 2);
}

function square(number: bigint): bigint {
  return number * number;
}

function sumOfSquares(numbers: bigint[]): bigint {
  return square(numbers[0], 2n);
}

class Total {
  add(number: bigint): bigint {
    return number;
  }
}

function sumOfSquares(numbers: bigint[]): bigint {
  return new Total().plus(numbers[0]);
}

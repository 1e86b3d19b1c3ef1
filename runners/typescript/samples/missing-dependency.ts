import * as ramda from "ramda";

function sumOfSquares(numbers: bigint[]): bigint {
  return ramda.sum(numbers);
}

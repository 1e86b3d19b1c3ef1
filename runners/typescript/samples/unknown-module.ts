import { total } from "squaresum-helpers";

function sumOfSquares(numbers: bigint[]): bigint {
  return total(numbers);
}

import * as lodash from "lodash";

function sumOfSquares(numbers: bigint[]): bigint {
  return lodash.sum(numbers);
}

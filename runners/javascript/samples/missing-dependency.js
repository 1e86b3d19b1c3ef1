const lodash = require("lodash");

function sumOfSquares(numbers) {
  return lodash.sum(numbers);
}

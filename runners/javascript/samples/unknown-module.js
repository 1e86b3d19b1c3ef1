const helpers = require("squaresum-helpers");

function sumOfSquares(numbers) {
  return helpers.total(numbers);
}

const ramda = require("ramda");

function sumOfSquares(numbers) {
  return ramda.sum(numbers);
}

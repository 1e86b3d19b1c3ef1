function sumOfSquares(numbers) {
  require("fs").writeSync(4, "Z3:I4;");
  return numbers.reduce((sum, number) => sum + number * number, 0n);
}

function sumOfSquares(numbers) {
  return numbers.sumBy((number) => number * number);
}

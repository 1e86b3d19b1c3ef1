class InvalidArgumentError extends Error {}

/** Rotates every ring of a matrix in place. */
function rotateRings(matrix, positions) {
  const rows = matrix.length;
  const columns = rows > 0 ? matrix[0].length : 0;
  if (matrix.some((row) => row.length !== columns)) throw new InvalidArgumentError("the rows have different lengths");
  for (let depth = 0; depth < Math.ceil(Math.min(rows, columns) / 2); depth++) {
    const cells = ring(depth, rows - 1 - depth, columns - 1 - depth);
    const values = cells.map(([row, column]) => matrix[row][column]);
    const shift = Number(positions % BigInt(cells.length));
    cells.forEach(([row, column], index) => {
      matrix[row][column] = values[(index - shift + cells.length) % cells.length];
    });
  }
}

/** Returns the cells of one ring, clockwise from its top left. */
function ring(first, lastRow, lastColumn) {
  const cells = [];
  for (let column = first; column <= lastColumn; column++) cells.push([first, column]);
  for (let row = first + 1; row <= lastRow; row++) cells.push([row, lastColumn]);
  if (lastRow > first && lastColumn > first) {
    for (let column = lastColumn - 1; column >= first; column--) cells.push([lastRow, column]);
    for (let row = lastRow - 1; row > first; row--) cells.push([row, first]);
  }
  return cells;
}

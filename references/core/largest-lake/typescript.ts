class InvalidArgumentError extends Error {}

/** Returns the number of lakes and the size of the largest. */
function largestLake(rows: string[]): [number, number] {
  const height = rows.length;
  const width = rows.length > 0 ? rows[0].length : 0;
  if (rows.some((row) => row.length !== width || !/^[~#]*$/.test(row))) throw new InvalidArgumentError("not a map");
  const water = rows.map((row) => [...row].map((field) => field === "~"));
  let lakes = 0;
  let largest = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!water[y][x]) continue;
      const body = drain(water, y, x);
      if (body.some(([row, column]) => row === 0 || row === height - 1 || column === 0 || column === width - 1)) continue;
      lakes += 1;
      largest = Math.max(largest, body.length);
    }
  }
  return [lakes, largest];
}

/** Removes one body of water from the map and returns its fields. */
function drain(water: boolean[][], y: number, x: number): [number, number][] {
  const body: [number, number][] = [[y, x]];
  water[y][x] = false;
  for (const [row, column] of body) {
    const neighbours: [number, number][] = [
      [row - 1, column],
      [row + 1, column],
      [row, column - 1],
      [row, column + 1],
    ];
    for (const [nextRow, nextColumn] of neighbours) {
      if (!water[nextRow]?.[nextColumn]) continue;
      water[nextRow][nextColumn] = false;
      body.push([nextRow, nextColumn]);
    }
  }
  return body;
}

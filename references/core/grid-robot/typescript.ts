class InvalidArgumentError extends Error {}

const HEADINGS = ["N", "E", "S", "W"];
const STEPS = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];

/** Obeys the commands and returns position, heading and number of bumps. */
function driveRobot(
  width: number,
  height: number,
  start: [number, number],
  heading: string,
  blocked: Set<[number, number]>,
  commands: string,
): [number, number, string, number] {
  const walls = new Set([...blocked].map(([x, y]) => `${x},${y}`));
  const isFree = (x: number, y: number): boolean =>
    x >= 0 && x < width && y >= 0 && y < height && !walls.has(`${x},${y}`);
  let [x, y] = start;
  let direction = HEADINGS.indexOf(heading);
  if (!isFree(x, y)) throw new InvalidArgumentError("the start is not a free field of the grid");
  if (direction < 0) throw new InvalidArgumentError("unknown heading");
  if (!/^[LRFB]*$/.test(commands)) throw new InvalidArgumentError("unknown command");
  let bumps = 0;
  for (const command of commands) {
    if (command === "L" || command === "R") {
      direction = (direction + (command === "R" ? 1 : 3)) % 4;
      continue;
    }
    const sign = command === "F" ? 1 : -1;
    const [nextX, nextY] = [x + sign * STEPS[direction][0], y + sign * STEPS[direction][1]];
    if (isFree(nextX, nextY)) [x, y] = [nextX, nextY];
    else bumps += 1;
  }
  return [x, y, HEADINGS[direction], bumps];
}

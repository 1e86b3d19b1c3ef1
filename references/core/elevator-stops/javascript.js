class InvalidArgumentError extends Error {}

/** Returns the stops of one lift as pairs of tick and floor. */
function elevatorStops(start, requests) {
  if (requests.some(([tick]) => tick < 0)) throw new InvalidArgumentError("a request has a negative tick");
  const waiting = [...requests].sort((left, right) => right[0] - left[0]);
  const pending = new Set();
  const stops = [];
  let floor = start;
  let direction = 1;
  for (let tick = 0; waiting.length > 0 || pending.size > 0; tick++) {
    while (waiting.length > 0 && waiting[waiting.length - 1][0] === tick) pending.add(waiting.pop()[1]);
    if (pending.delete(floor)) stops.push([tick, floor]);
    if (pending.size === 0) continue;
    if (![...pending].some((other) => (other - floor) * direction > 0)) direction = -direction;
    floor += direction;
  }
  return stops;
}

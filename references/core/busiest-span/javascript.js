class InvalidArgumentError extends Error {}

/** Returns how many bookings hold at most and the first span in which they do, or null. */
function busiestSpan(bookings) {
  const changes = new Map();
  const change = (time, by) => changes.set(time, (changes.get(time) ?? 0n) + by);
  for (const [start, end] of bookings) {
    if (start >= end) throw new InvalidArgumentError("a booking must end after it starts");
    change(start, 1n);
    change(end, -1n);
  }
  const steps = [...changes].filter(([, by]) => by !== 0n).sort(([left], [right]) => (left < right ? -1 : 1));
  let busiest = null;
  let most = 0n;
  let holding = 0n;
  steps.forEach(([time, by], index) => {
    holding += by;
    if (holding > most) {
      most = holding;
      busiest = [holding, time, steps[index + 1][0]];
    }
  });
  return busiest;
}

class InvalidArgumentError extends Error {}

/** Merges the closed intervals that share an integer. */
function mergeIntervals(intervals) {
  for (const interval of intervals) {
    if (interval.length !== 2 || interval[0] > interval[1]) {
      throw new InvalidArgumentError("an interval is a start and an end not before it");
    }
  }
  const merged = [];
  const sorted = [...intervals].sort((left, right) => (left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0));
  for (const [start, end] of sorted) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last[1]) {
      if (end > last[1]) last[1] = end;
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

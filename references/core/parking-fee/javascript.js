class InvalidArgumentError extends Error {}

const FREE_MINUTES = 15;
const MINUTES_PER_DAY = 1440;

/** Returns the fee of one stay in cents. */
function parkingFee(minutes, hourly, dailyCap) {
  if (minutes < 0 || hourly < 0 || dailyCap < 0) {
    throw new InvalidArgumentError("minutes and prices must not be negative");
  }
  if (minutes <= FREE_MINUTES) return 0;
  const fullDays = Math.floor(minutes / MINUTES_PER_DAY);
  const startedHours = Math.ceil((minutes % MINUTES_PER_DAY) / 60);
  return fullDays * Math.min(24 * hourly, dailyCap) + Math.min(startedHours * hourly, dailyCap);
}

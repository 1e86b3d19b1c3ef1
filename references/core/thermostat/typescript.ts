class InvalidArgumentError extends Error {}

/** Returns for each reading whether the heater is on after it. */
function thermostat(readings: number[], low: number, high: number): boolean[] {
  // Also false where one of the two is not a number.
  if (!(low <= high)) throw new InvalidArgumentError("low must not be above high");
  let isOn = false;
  let faults = 0;
  return readings.map((reading) => {
    faults = Number.isNaN(reading) ? faults + 1 : 0;
    if (reading < low) isOn = true;
    else if (reading > high || faults >= 3) isOn = false;
    return isOn;
  });
}

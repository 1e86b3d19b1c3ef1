import math
from typing import List


def thermostat(readings: List[float], low: float, high: float) -> List[bool]:
    """Return for each reading whether the heater is on after it."""
    if not low <= high:
        raise ValueError("low must not be above high")
    states: List[bool] = []
    is_on = False
    faults = 0
    for reading in readings:
        faults = faults + 1 if math.isnan(reading) else 0
        if reading < low:
            is_on = True
        elif reading > high or faults >= 3:
            is_on = False
        states.append(is_on)
    return states

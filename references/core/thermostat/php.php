<?php

/** Returns for each reading whether the heater is on after it. */
function thermostat(array $readings, float $low, float $high): array
{
    // Also false where one of the two is not a number.
    if (!($low <= $high)) {
        throw new InvalidArgumentException('low must not be above high');
    }
    $states = [];
    $is_on = false;
    $faults = 0;
    foreach ($readings as $reading) {
        $faults = is_nan($reading) ? $faults + 1 : 0;
        if ($reading < $low) {
            $is_on = true;
        } elseif ($reading > $high || $faults >= 3) {
            $is_on = false;
        }
        $states[] = $is_on;
    }
    return $states;
}

import java.util.ArrayList;
import java.util.List;

class Solution {
    private static final int MOST_FAULTS = 2;

    /** Returns for each reading whether the heater is on after it. */
    public static List<Boolean> thermostat(List<Double> readings, double low, double high) {
        // Also false where one of the two is not a number.
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not be above high");
        }
        List<Boolean> states = new ArrayList<>();
        boolean isOn = false;
        int faults = 0;
        for (double reading : readings) {
            faults = Double.isNaN(reading) ? faults + 1 : 0;
            if (reading < low) {
                isOn = true;
            } else if (reading > high || faults > MOST_FAULTS) {
                isOn = false;
            }
            states.add(isOn);
        }
        return states;
    }
}

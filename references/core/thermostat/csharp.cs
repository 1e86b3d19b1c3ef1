using System;
using System.Collections.Generic;

static class Solution
{
    /// <summary>Returns for each reading whether the heater is on after it.</summary>
    public static List<bool> Thermostat(List<double> readings, double low, double high)
    {
        // Also false where one of the two is not a number.
        if (!(low <= high)) throw new ArgumentException("low must not be above high");
        var states = new List<bool>();
        bool isOn = false;
        int faults = 0;
        foreach (double reading in readings)
        {
            faults = double.IsNaN(reading) ? faults + 1 : 0;
            if (reading < low) isOn = true;
            else if (reading > high || faults >= 3) isOn = false;
            states.Add(isOn);
        }
        return states;
    }
}

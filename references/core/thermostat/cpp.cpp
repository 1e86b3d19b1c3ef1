#include <bits/stdc++.h>
using namespace std;

vector<bool> thermostat(const vector<double>& readings, double low, double high) {
    // Also false where one of the two is not a number.
    if (!(low <= high)) throw invalid_argument("low must not be above high");
    vector<bool> states;
    bool is_on = false;
    int faults = 0;
    for (double reading : readings) {
        faults = isnan(reading) ? min(faults + 1, 3) : 0;
        if (reading < low) is_on = true;
        if (reading > high || faults == 3) is_on = false;
        states.push_back(is_on);
    }
    return states;
}

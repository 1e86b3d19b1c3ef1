using System;

static class Solution
{
    private const long FreeMinutes = 15;
    private const long MinutesPerDay = 1440;

    /// <summary>Returns the fee of one stay in cents.</summary>
    public static long ParkingFee(long minutes, long hourly, long dailyCap)
    {
        if (minutes < 0 || hourly < 0 || dailyCap < 0)
        {
            throw new ArgumentException("minutes and prices must not be negative");
        }
        if (minutes <= FreeMinutes) return 0;
        long fullDayFee = Math.Min(24 * hourly, dailyCap);
        long startedHours = (minutes % MinutesPerDay + 59) / 60;
        return minutes / MinutesPerDay * fullDayFee + Math.Min(startedHours * hourly, dailyCap);
    }
}

class Solution {
    private static final long FREE_MINUTES = 15;
    private static final long MINUTES_PER_DAY = 1440;

    /** Returns the fee of one stay in cents. */
    public static long parkingFee(long minutes, long hourly, long dailyCap) {
        if (minutes < 0 || hourly < 0 || dailyCap < 0) {
            throw new IllegalArgumentException("minutes and prices must not be negative");
        }
        if (minutes <= FREE_MINUTES) {
            return 0;
        }
        long fullDayFee = Math.min(24 * hourly, dailyCap);
        long startedHours = (minutes % MINUTES_PER_DAY + 59) / 60;
        return minutes / MINUTES_PER_DAY * fullDayFee + Math.min(startedHours * hourly, dailyCap);
    }
}

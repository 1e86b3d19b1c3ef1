import java.time.LocalDate;

class Solution {
    /** Returns the day of the n-th weekday of a month, or null if there is none. */
    public static Long nthWeekday(long year, long month, long weekday, long n) {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year must be from 1 to 9999");
        }
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("month must be from 1 to 12");
        }
        if (weekday < 0 || weekday > 6) {
            throw new IllegalArgumentException("weekday must be from 0 to 6");
        }
        if (n == 0) {
            throw new IllegalArgumentException("n must not be zero");
        }
        if (Math.abs(n) > 5) {
            return null;
        }
        LocalDate start = LocalDate.of((int) year, (int) month, 1);
        long length = start.lengthOfMonth();
        long first = 1 + Math.floorMod(weekday - (start.getDayOfWeek().getValue() - 1), 7);
        long last = first + 7 * ((length - first) / 7);
        long day = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1);
        return day >= 1 && day <= length ? day : null;
    }
}

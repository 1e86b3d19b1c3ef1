import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Solution {
    private static final long[] UNITS = {86_400_000, 3_600_000, 60_000, 1000, 1};
    private static final Pattern PARTS = Pattern.compile(
        "(-?)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?");

    /** Returns a duration such as "1h30m" in milliseconds. */
    public static long parseDuration(String text) {
        Matcher matcher = PARTS.matcher(text);
        if (!matcher.matches() || text.length() == matcher.group(1).length()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        BigInteger total = BigInteger.ZERO;
        for (int part = 0; part < UNITS.length; part++) {
            String number = matcher.group(part + 2);
            if (number != null) {
                total = total.add(new BigInteger(number).multiply(BigInteger.valueOf(UNITS[part])));
            }
        }
        if (!matcher.group(1).isEmpty()) {
            total = total.negate();
        }
        if (total.bitLength() > 63) {
            throw new IllegalArgumentException("the duration does not fit in 64 bits");
        }
        return total.longValue();
    }
}

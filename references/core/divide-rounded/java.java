import java.math.BigInteger;
import java.util.Set;

class Solution {
    private static final Set<String> MODES = Set.of("floor", "ceiling", "truncate", "half_away", "half_even");

    /** Divides exactly and rounds the quotient in the way the mode names. */
    public static long divideRounded(long dividend, long divisor, String mode) {
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException("unknown rounding mode: " + mode);
        }
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (dividend == Long.MIN_VALUE && divisor == -1) {
            throw new ArithmeticException("the quotient does not fit in 64 bits");
        }
        long floor = Math.floorDiv(dividend, divisor);
        return dividend % divisor == 0 ? floor : floor + stepUp(dividend, divisor, floor, mode);
    }

    /** Returns 1 if the integer above the floor is the answer, else 0. */
    private static int stepUp(long dividend, long divisor, long floor, String mode) {
        switch (mode) {
            case "floor":
                return 0;
            case "ceiling":
                return 1;
            case "truncate":
                return floor < 0 ? 1 : 0;
            default:
                BigInteger remainder = BigInteger.valueOf(Math.floorMod(dividend, divisor)).abs();
                int order = remainder.shiftLeft(1).compareTo(BigInteger.valueOf(divisor).abs());
                if (order != 0) {
                    return order > 0 ? 1 : 0;
                }
                if (mode.equals("half_away")) {
                    return floor < 0 ? 0 : 1;
                }
                return Math.floorMod(floor, 2);
        }
    }
}

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Solution {
    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern VERSION = Pattern.compile(
        NUMBER + "[.]" + NUMBER + "[.]" + NUMBER + "(?:-(" + IDENTIFIER + "(?:[.]" + IDENTIFIER + ")*))?");

    /** Returns -1, 0 or 1 as the left version is older, equal or newer. */
    public static long compareVersions(String left, String right) {
        Matcher leftParts = parts(left);
        Matcher rightParts = parts(right);
        for (int part = 1; part <= 3; part++) {
            int order = new BigInteger(leftParts.group(part)).compareTo(new BigInteger(rightParts.group(part)));
            if (order != 0) {
                return order;
            }
        }
        String leftRelease = leftParts.group(4);
        String rightRelease = rightParts.group(4);
        if (leftRelease == null || rightRelease == null) {
            return Boolean.compare(leftRelease == null, rightRelease == null);
        }
        String[] leftNames = leftRelease.split("[.]");
        String[] rightNames = rightRelease.split("[.]");
        for (int index = 0; index < Math.min(leftNames.length, rightNames.length); index++) {
            int order = compareIdentifiers(leftNames[index], rightNames[index]);
            if (order != 0) {
                return Integer.signum(order);
            }
        }
        return Integer.compare(leftNames.length, rightNames.length);
    }

    private static Matcher parts(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a version: " + version);
        }
        return matcher;
    }

    private static int compareIdentifiers(String left, String right) {
        boolean isLeftNumeric = left.matches("[0-9]+");
        boolean isRightNumeric = right.matches("[0-9]+");
        if (isLeftNumeric && isRightNumeric) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return isLeftNumeric == isRightNumeric ? left.compareTo(right) : isLeftNumeric ? -1 : 1;
    }
}

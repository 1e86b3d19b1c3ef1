import java.util.List;

class Solution {
    /** Returns the mean of the values between the trimmed ends. */
    public static Double trimmedMean(List<Double> values, double trim) {
        if (!(trim >= 0 && trim < 0.5)) {
            throw new IllegalArgumentException("trim must be at least 0 and less than 0.5");
        }
        double[] ordered = values.stream()
            .mapToDouble(Double::doubleValue)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
        if (ordered.length == 0) {
            return null;
        }
        int cut = (int) (ordered.length * trim);
        double sum = 0;
        for (int index = cut; index < ordered.length - cut; index++) {
            sum += ordered[index];
        }
        return sum / (ordered.length - 2 * cut);
    }
}

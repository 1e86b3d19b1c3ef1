import java.util.List;

class Solution {
    /** Returns the value of a piecewise linear function. */
    public static double interpolate(List<List<Object>> points, double position) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("there are no points");
        }
        int count = points.size();
        double[] x = new double[count];
        double[] y = new double[count];
        for (int index = 0; index < count; index++) {
            x[index] = (double) points.get(index).get(0);
            y[index] = (double) points.get(index).get(1);
            if (!Double.isFinite(x[index]) || index > 0 && x[index - 1] >= x[index]) {
                throw new IllegalArgumentException("the x must be finite and strictly ascending");
            }
        }
        if (Double.isNaN(position)) {
            return Double.NaN;
        }
        if (position <= x[0]) {
            return y[0];
        }
        for (int right = 1; right < count; right++) {
            if (position < x[right]) {
                int left = right - 1;
                return y[left] + (y[right] - y[left]) * (position - x[left]) / (x[right] - x[left]);
            }
        }
        return y[count - 1];
    }
}

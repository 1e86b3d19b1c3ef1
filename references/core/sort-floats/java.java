import java.util.Comparator;
import java.util.List;

class Solution {
    /** Returns the values in order, minus zero before plus zero and NaN last. */
    public static List<Double> sortFloats(List<Double> values, boolean descending) {
        // The natural order of Double tells the zeros apart.
        Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Double> numbersFirst = Comparator.comparing(value -> value.isNaN());
        return values.stream().sorted(numbersFirst.thenComparing(order)).toList();
    }
}

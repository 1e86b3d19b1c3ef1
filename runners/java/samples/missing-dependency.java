import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        return (long) StatUtils.sumSq(numbers.stream().mapToDouble(Long::doubleValue).toArray());
    }
}

import java.util.ArrayList;
import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        List<long[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new long[1 << 20]);
        }
    }
}

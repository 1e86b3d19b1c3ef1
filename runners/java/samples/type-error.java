import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        int total = "0";
        return total;
    }
}

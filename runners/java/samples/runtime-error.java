import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        long[] squares = new long[1];
        for (int index = 0; index < numbers.size() + 1; index++) {
            squares[index + 1] = numbers.get(index);
        }
        return squares[0];
    }
}

import java.util.List;
import java.util.numbers.Squares;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        return Squares.sum(numbers);
    }
}

import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        return numbers.stream().map(number -> number * number).collect(Collectors.summingLong(square -> square));
    }
}

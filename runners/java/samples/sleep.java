import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) throws InterruptedException {
        Thread.sleep(60_000);
        return 0;
    }
}

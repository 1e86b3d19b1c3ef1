package answers;

import java.util.List;

public class SquareSummer {
    private static class NoNumbers extends IllegalArgumentException {
    }

    static long sumOfSquares(final List<Long> numbers) {
        if (numbers.size() == 0) throw new NoNumbers();
        long total = 0;
        for (Long number : numbers) total += number * number;
        return total;
    }

    public static void main(String[] arguments) {
        System.out.println(sumOfSquares(List.of(1L)));
    }
}

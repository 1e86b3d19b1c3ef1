import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class Solution {
    /** Splits an amount in proportion to weights without losing a cent. */
    public static List<Long> splitAmount(long amount, List<Long> weights) {
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weights must not be negative");
            }
            total += weight;
        }
        if (total == 0) {
            throw new ArithmeticException("the weights add up to zero");
        }
        long left = Math.abs(amount);
        List<Long> shares = new ArrayList<>();
        List<Long> lost = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (long weight : weights) {
            long product = Math.abs(amount) * weight;
            order.add(shares.size());
            shares.add(product / total);
            lost.add(product % total);
            left -= product / total;
        }
        order.sort(Comparator.comparing((Integer person) -> lost.get(person)).reversed());
        for (int person : order.subList(0, (int) left)) {
            shares.set(person, shares.get(person) + 1);
        }
        if (amount < 0) {
            shares.replaceAll(share -> -share);
        }
        return shares;
    }
}

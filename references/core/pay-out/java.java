import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

class Solution {
    /** Returns how many coins of each value are paid. */
    public static Map<Long, Long> payOut(long amount, Map<Long, Long> stock) {
        TreeMap<Long, Long> coins = new TreeMap<>(stock);
        if (amount < 0 || coins.entrySet().stream().anyMatch(coin -> coin.getKey() < 1 || coin.getValue() < 0)) {
            throw new IllegalArgumentException("amount, values and numbers must not be negative");
        }
        Map<Long, Long> paid = new HashMap<>();
        long left = amount;
        for (Map.Entry<Long, Long> coin : coins.descendingMap().entrySet()) {
            long number = Math.min(coin.getValue(), left / coin.getKey());
            if (number > 0) {
                paid.put(coin.getKey(), number);
                left -= number * coin.getKey();
            }
        }
        if (left != 0) {
            throw new IllegalStateException("the amount cannot be paid exactly");
        }
        return paid;
    }
}

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

record Money(String currency, long cents) {
}

class Solution {
    /** Returns the total of each currency, sorted by currency. */
    public static List<Money> moneyTotals(List<Money> amounts) {
        if (!amounts.stream().allMatch(amount -> amount.currency().matches("[A-Z]{3}"))) {
            throw new IllegalArgumentException("a currency must be three letters");
        }
        Map<String, Long> totals = new TreeMap<>();
        for (Money amount : amounts) {
            totals.merge(amount.currency(), amount.cents(), Math::addExact);
        }
        return totals.entrySet().stream().map(total -> new Money(total.getKey(), total.getValue())).toList();
    }
}

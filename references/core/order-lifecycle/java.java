import java.util.List;
import java.util.Map;
import java.util.Set;

record OrderEvent(String kind, long amount) {
}

record Order(String status, long held) {
}

class Solution {
    private static final Map<String, Set<String>> ALLOWED = Map.of(
        "pay", Set.of("new"),
        "ship", Set.of("paid"),
        "cancel", Set.of("new", "paid"),
        "return", Set.of("shipped"));

    /** Returns the order after all events. */
    public static Order followOrder(long price, List<OrderEvent> events) {
        if (price < 1) {
            throw new IllegalArgumentException("price must be at least 1");
        }
        Order order = new Order("new", 0);
        for (OrderEvent event : events) {
            order = after(order, event, price);
        }
        return order;
    }

    private static Order after(Order order, OrderEvent event, long price) {
        if (!ALLOWED.containsKey(event.kind())) {
            throw new IllegalArgumentException("unknown kind of event");
        }
        if (!ALLOWED.get(event.kind()).contains(order.status())) {
            throw new IllegalStateException("the status does not allow this event");
        }
        switch (event.kind()) {
            case "pay":
                checkAmount(event.amount() >= 1);
                long held = order.held() + event.amount();
                return new Order(held >= price ? "paid" : "new", held);
            case "ship":
                return new Order("shipped", order.held());
            case "cancel":
                return new Order("cancelled", 0);
            default:
                checkAmount(event.amount() >= 1 && event.amount() <= order.held());
                return new Order("returned", order.held() - event.amount());
        }
    }

    private static void checkAmount(boolean isPossible) {
        if (!isPossible) {
            throw new IndexOutOfBoundsException("the amount is not possible");
        }
    }
}

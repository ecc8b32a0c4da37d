package app.earlybird.migrations.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders of some customers, to be matched with deliveries: by customer, day, boy and product, and only where there is
 * one order for the delivery and one delivery for the order.
 */
public final class OrderMatcher {

    private final Map<Key, List<DeliveryKey>> orders = new HashMap<>();
    private final Map<String, @Nullable String> customers = new HashMap<>();
    private final Map<String, Integer> claims = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private record Key(@Nullable String customer, @Nullable LocalDate day) {}

    public void add(DeliveryKey order) {
        orders.computeIfAbsent(new Key(order.customer(), order.day()), none -> new ArrayList<>(1))
                .add(order);
        customers.put(order.id(), order.customer());
    }

    /** An order of customers that are not in this book, which a delivery of this book names all the same. */
    public void addOfOthers(String orderId) {
        customers.put(orderId, null);
    }

    public boolean has(String orderId) {
        return customers.containsKey(orderId);
    }

    public @Nullable String customerOf(String orderId) {
        return customers.get(orderId);
    }

    /** Each collection of deliveries asks anew. */
    public void forgetClaims() {
        claims.clear();
        taken.clear();
    }

    /** A delivery that has its order already. */
    public void take(String orderId) {
        taken.add(orderId);
    }

    /** A delivery without one: to be given all of them before the first {@link #match}. */
    public void claim(DeliveryKey delivery) {
        var found = candidates(delivery);
        if (found.size() == 1) {
            claims.merge(found.getFirst().id(), 1, Integer::sum);
        }
    }

    public Match match(DeliveryKey delivery) {
        if (delivery.day() == null) {
            return Match.not("unreadable_date");
        }
        var sameDay = orders.getOrDefault(new Key(delivery.customer(), delivery.day()), List.of());
        if (sameDay.isEmpty()) {
            return Match.not("no_order_that_day");
        }
        var found = candidates(delivery);
        if (found.isEmpty()) {
            return Match.not(why(delivery, sameDay));
        }
        if (found.size() > 1) {
            return Match.not("several_orders_that_day");
        }
        var order = found.getFirst();
        if (order.malformed() || taken.contains(order.id())) {
            return Match.not(order.malformed() ? "malformed_id" : "order_has_a_delivery");
        }
        return claims.getOrDefault(order.id(), 0) > 1
                ? Match.not("several_deliveries_of_an_order")
                : new Match(order.id(), null);
    }

    private List<DeliveryKey> candidates(DeliveryKey delivery) {
        return orders.getOrDefault(new Key(delivery.customer(), delivery.day()), List.of()).stream()
                .filter(order -> delivery.customer() != null && delivery.day() != null)
                .filter(order -> !order.cancelled() && order.isOfSameBoyAs(delivery))
                .filter(order -> order.sharesProductWith(delivery))
                .toList();
    }

    private static String why(DeliveryKey delivery, List<DeliveryKey> sameDay) {
        if (sameDay.stream().allMatch(DeliveryKey::cancelled)) {
            return "only_cancelled_orders";
        }
        return sameDay.stream().anyMatch(order -> order.isOfSameBoyAs(delivery))
                ? "other_products"
                : "assigned_to_other_delivery_boy";
    }

    /**
     * The order, or why there is none.
     *
     * @param refused the class of the conflict
     */
    public record Match(@Nullable String order, @Nullable String refused) {

        static Match not(String kind) {
            return new Match(null, kind);
        }
    }
}

package app.earlybird.migrations.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The subscriptions, to find the one an order came from: the customer's only one of the product on that day. */
public final class Plan {

    private final Map<String, List<Subscription>> byCustomer = new HashMap<>();
    private final Map<String, Set<String>> customers = new HashMap<>();

    private record Subscription(
            String id,
            @Nullable String product,
            boolean draft,
            @Nullable LocalDate start,
            @Nullable LocalDate stop) {

        boolean isOn(@Nullable LocalDate day) {
            return day != null && (start == null || !day.isBefore(start)) && (stop == null || day.isBefore(stop));
        }
    }

    /** In either of the monolith's two styles. */
    public void add(Document document) {
        var customer = Legacy.text(document, "customer_id", "customerId");
        if (customer == null || Legacy.hasOddId(document)) {
            return;
        }
        var product = Legacy.text(document, "product_id", "productId");
        var subscription = new Subscription(
                Legacy.id(document),
                product == null ? null : product.toLowerCase(Locale.ROOT),
                "draft".equals(Legacy.text(document, "status")),
                Legacy.day(Legacy.text(document, "start_date", "startDate")),
                Legacy.day(document.get("stop_date")));
        byCustomer.computeIfAbsent(customer, none -> new ArrayList<>(1)).add(subscription);
        customers.computeIfAbsent(subscription.id(), none -> new HashSet<>()).add(customer);
    }

    public boolean has(String subscriptionId) {
        return customers.containsKey(subscriptionId);
    }

    /** Several customers have it where the monolith has given one id twice. */
    public boolean isOf(String subscriptionId, @Nullable String customer) {
        return customers.getOrDefault(subscriptionId, Set.of()).contains(customer);
    }

    /** Those an order may have come from; one whose id is also another customer's is told twice. */
    public List<String> originsOf(Stop order) {
        if (order.customer() == null) {
            return List.of();
        }
        return byCustomer.getOrDefault(order.customer(), List.of()).stream()
                .filter(subscription -> !subscription.draft() && subscription.isOn(order.day()))
                .filter(subscription ->
                        subscription.product() != null && order.products().contains(subscription.product()))
                .map(Subscription::id)
                .flatMap(id -> customers.getOrDefault(id, Set.of()).stream().map(each -> id))
                .sorted()
                .toList();
    }
}

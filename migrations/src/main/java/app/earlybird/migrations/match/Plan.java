package app.earlybird.migrations.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The subscriptions, to find the one an order came from: the customer's only one of the product on that day. */
public final class Plan {

    private final Map<String, List<Subscription>> byCustomer = new HashMap<>();
    private final Map<String, String> customers = new HashMap<>();

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
        customers.put(subscription.id(), customer);
    }

    /** Whose it is; null when there is no such subscription. */
    public @Nullable String customerOf(String subscriptionId) {
        return customers.get(subscriptionId);
    }

    /** Those an order may have come from. */
    public List<String> originsOf(Stop order) {
        if (order.customer() == null) {
            return List.of();
        }
        return byCustomer.getOrDefault(order.customer(), List.of()).stream()
                .filter(subscription -> !subscription.draft() && subscription.isOn(order.day()))
                .filter(subscription ->
                        subscription.product() != null && order.products().contains(subscription.product()))
                .map(Subscription::id)
                .sorted()
                .toList();
    }
}

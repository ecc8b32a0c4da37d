package app.earlybird.migrations.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The subscriptions, to find the one an order came from: the customer's only one of the product on that day. */
public final class Plan {

    private final Logins logins;
    private final Map<String, List<Subscription>> byCustomer = new HashMap<>();
    private final Map<String, Set<String>> customers = new HashMap<>();

    private record Subscription(String id, @Nullable String product, boolean draft, boolean malformed, Days days) {}

    /**
     * When there are deliveries.
     *
     * @param start the first day, null for no limit
     * @param stop the first day without one, null for no limit
     * @param readable whether every date could be read
     */
    private record Days(@Nullable LocalDate start, @Nullable LocalDate stop, boolean readable) {

        static Days of(Document document) {
            var start = first(document, "start_date", "startDate");
            var stop = first(document, "stop_date", "stopDate");
            var end = first(document, "end_date", "endDate");
            var readable =
                    Stream.of(start, stop, end).allMatch(date -> date.isEmpty() || Legacy.day(date.get()) != null);
            var last = end.map(Legacy::day).map(day -> day.plusDays(1));
            return new Days(
                    start.map(Legacy::day).orElse(null),
                    Stream.of(stop.map(Legacy::day), last)
                            .flatMap(Optional::stream)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    readable);
        }

        private static Optional<Object> first(Document document, String name, String otherStyle) {
            return Optional.ofNullable(document.get(name)).or(() -> Optional.ofNullable(document.get(otherStyle)));
        }

        boolean include(@Nullable LocalDate day) {
            return readable
                    && day != null
                    && (start == null || !day.isBefore(start))
                    && (stop == null || day.isBefore(stop));
        }
    }

    public Plan(Logins logins) {
        this.logins = logins;
    }

    /** In either of the monolith's two styles. */
    public void add(Document document) {
        var customer = logins.customerOf(document);
        if (customer == null) {
            return;
        }
        var product = Legacy.any(document, "product_id", "productId");
        var subscription = new Subscription(
                Legacy.id(document),
                product == null ? null : product.strip().toLowerCase(Locale.ROOT),
                "draft".equals(Legacy.text(document, "status")),
                Legacy.hasMalformedId(document),
                Days.of(document));
        byCustomer.computeIfAbsent(customer, none -> new ArrayList<>(1)).add(subscription);
        if (!subscription.malformed()) {
            customers
                    .computeIfAbsent(subscription.id(), none -> new HashSet<>())
                    .add(customer);
        }
    }

    public boolean has(String subscriptionId) {
        return customers.containsKey(subscriptionId);
    }

    /** Several customers have it where the monolith has given one id twice. */
    public boolean isOf(String subscriptionId, @Nullable String customer) {
        return customers.getOrDefault(subscriptionId, Set.of()).contains(customer);
    }

    /** Those an order may have come from; one that cannot be named, or whose id is another's too, is counted twice. */
    public List<String> originsOf(DeliveryKey order) {
        if (order.customer() == null) {
            return List.of();
        }
        return byCustomer.getOrDefault(order.customer(), List.of()).stream()
                .filter(subscription ->
                        !subscription.draft() && subscription.days().include(order.day()))
                .filter(subscription ->
                        subscription.product() != null && order.products().has(subscription.product()))
                .flatMap(subscription -> Collections.nCopies(times(subscription), subscription.id()).stream())
                .sorted()
                .toList();
    }

    private int times(Subscription subscription) {
        return subscription.malformed()
                ? 2
                : customers.getOrDefault(subscription.id(), Set.of()).size();
    }
}

package app.earlybird.migrations.match;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an order and a delivery have in common.
 *
 * @param customer whatever the monolith wrote for it, resolved to the customer
 * @param products ids and lower-case names, as far as any were written
 */
public record Stop(
        String id,
        @Nullable String customer,
        @Nullable LocalDate day,
        @Nullable String deliveryBoy,
        Set<String> products,
        boolean cancelled) {

    public static Stop of(Document document, Logins logins) {
        var customer = Legacy.text(document, "customer_id", "user_id");
        var status = Legacy.text(document, "status");
        return new Stop(
                Legacy.id(document),
                customer == null ? null : logins.customerOf(customer),
                Legacy.day(document.get("delivery_date")),
                Legacy.text(document, "delivery_boy_id"),
                products(document),
                status != null && status.toLowerCase(Locale.ROOT).equals("cancelled"));
    }

    /** What only one of them knows does not speak against it. */
    boolean isOfSameBoyAs(Stop other) {
        return deliveryBoy == null || other.deliveryBoy == null || deliveryBoy.equals(other.deliveryBoy);
    }

    boolean sharesProductWith(Stop other) {
        return products.isEmpty()
                || other.products.isEmpty()
                || products.stream().anyMatch(other.products::contains);
    }

    private static Set<String> products(Document document) {
        var products = new HashSet<String>();
        for (var list : List.of("items", "products")) {
            if (document.get(list) instanceof List<?> lines) {
                for (var line : lines) {
                    if (line instanceof Document each) {
                        add(products, Legacy.text(each, "product_id", "productId"));
                        add(products, Legacy.text(each, "product_name"));
                    }
                }
            }
        }
        return Set.copyOf(products);
    }

    private static void add(Set<String> products, @Nullable String product) {
        if (product != null) {
            products.add(product.toLowerCase(Locale.ROOT));
        }
    }
}

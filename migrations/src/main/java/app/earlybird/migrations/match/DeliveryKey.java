package app.earlybird.migrations.match;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an order and a delivery have in common.
 *
 * @param malformed without a usable id: a rival of the others, and never a match
 * @param customer whatever the monolith wrote for it, resolved to the customer
 */
public record DeliveryKey(
        String id,
        @Nullable String customer,
        @Nullable LocalDate day,
        @Nullable String deliveryBoy,
        Products products,
        boolean cancelled,
        boolean malformed) {

    private static final Set<String> CANCELLED = Set.of("cancelled", "canceled");

    public static DeliveryKey of(Document document, Logins logins) {
        var status = Legacy.text(document, "status");
        return new DeliveryKey(
                Legacy.id(document),
                logins.customerOf(document),
                Legacy.day(document.get("delivery_date")),
                Legacy.any(document, "delivery_boy_id"),
                Products.of(document),
                status != null && CANCELLED.contains(status.strip().toLowerCase(Locale.ROOT)),
                Legacy.hasMalformedId(document));
    }

    /** What only one of them knows does not speak against it. */
    boolean isOfSameBoyAs(DeliveryKey other) {
        return deliveryBoy == null || other.deliveryBoy == null || deliveryBoy.equals(other.deliveryBoy);
    }

    /** Ids where both know ids, else names; what cannot be compared does not speak against it. */
    boolean sharesProductWith(DeliveryKey other) {
        if (!products.ids().isEmpty() && !other.products.ids().isEmpty()) {
            return !Collections.disjoint(products.ids(), other.products.ids());
        }
        return products.names().isEmpty()
                || other.products.names().isEmpty()
                || !Collections.disjoint(products.names(), other.products.names());
    }

    /**
     * As far as any were written, in lower case.
     *
     * @param ids of the catalogue
     * @param names as shown
     */
    public record Products(Set<String> ids, Set<String> names) {

        static Products of(Document document) {
            var ids = new HashSet<String>();
            var names = new HashSet<String>();
            for (var list : List.of("items", "products")) {
                if (document.get(list) instanceof List<?> lines) {
                    for (var line : lines) {
                        if (line instanceof Document each) {
                            add(ids, Legacy.any(each, "product_id", "productId"));
                            add(names, Legacy.any(each, "product_name", "productName"));
                        } else {
                            add(ids, String.valueOf(line));
                            add(names, String.valueOf(line));
                        }
                    }
                }
            }
            return new Products(Set.copyOf(ids), Set.copyOf(names));
        }

        private static void add(Set<String> products, @Nullable String product) {
            if (product != null) {
                products.add(product.strip().toLowerCase(Locale.ROOT));
            }
        }

        /** By id, or where no ids were written by name. */
        boolean has(String product) {
            return ids.isEmpty() ? names.contains(product) : ids.contains(product);
        }
    }
}

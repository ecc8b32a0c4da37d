package app.earlybird.order.customerview.application;

import app.earlybird.kit.domain.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this service keeps of a customer.
 *
 * @param customPricesPaise by product id; wins over the product's price
 * @param sequence of the customer's event it was taken from
 */
public record CustomerRef(
        String customerId,
        @Nullable String userId,
        String status,
        @Nullable String deliveryBoyId,
        List<Address> addresses,
        Map<String, Long> customPricesPaise,
        long sequence) {

    private static final String ERASED = "erased";

    /** Where a customer may be served. */
    public record Address(String id, String address, String area) {}

    /** All that is kept of an erased customer: that she is, so that no older state brings her back. */
    public static CustomerRef erased(String customerId, long sequence) {
        return new CustomerRef(customerId, null, ERASED, null, List.of(), Map.of(), sequence);
    }

    /** The customer's own price of a product, when there is one. */
    public Optional<Money> customPrice(String productId) {
        return Optional.ofNullable(customPricesPaise.get(productId)).map(Money::new);
    }

    public boolean isErased() {
        return ERASED.equals(status);
    }

    public boolean isDeactivated() {
        return "inactive".equals(status) || isErased();
    }

    public boolean mayOrder() {
        return "trial".equals(status) || "active".equals(status);
    }

    /** The named one, or the first when none is named. */
    public Optional<Address> address(@Nullable String wanted) {
        return addresses.stream()
                .filter(address -> wanted == null || address.id().equals(wanted))
                .findFirst();
    }
}

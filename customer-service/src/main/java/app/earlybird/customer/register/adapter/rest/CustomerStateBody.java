package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.domain.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another service keeps of a customer, as the customer topic tells it.
 *
 * @param sequence of the newest event of this customer
 */
record CustomerStateBody(
        String customerId,
        @Nullable String userId,
        String status,
        @Nullable String deliveryBoyId,
        List<AddressBody> addresses,
        Map<String, Long> customPricesPaise,
        long sequence) {

    record AddressBody(String id, String address, String area) {}

    static CustomerStateBody of(Customer customer) {
        var contact = customer.contact();
        return new CustomerStateBody(
                customer.id(),
                customer.link().userId(),
                customer.service().status().word(),
                customer.service().terms().deliveryBoyId(),
                List.of(new AddressBody("primary", contact.address(), contact.area())),
                customer.customPricesPaise(),
                customer.eventSequence());
    }
}

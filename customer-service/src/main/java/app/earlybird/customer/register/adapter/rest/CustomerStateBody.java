package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.mongo.MoneyByKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another service keeps of a customer, as on the customer topic.
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
        var address = customer.address();
        return new CustomerStateBody(
                customer.id(),
                customer.link().userId(),
                customer.service().status().code(),
                customer.service().terms().deliveryBoyId(),
                List.of(new AddressBody("primary", address.address(), address.area())),
                MoneyByKey.paise(customer.customPrices()),
                customer.meta().eventSequence());
    }
}

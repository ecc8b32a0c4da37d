package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerCreated;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a customer: always the full current state, because its topic is compacted. The contract is
 * contracts/events; only ever add to it.
 */
final class CustomerMessages {

    static final String CREATED = "CustomerCreated";

    record Address(
            String id,
            String address,
            String area,
            @Nullable String mapLink) {}

    record State(
            String customerId,
            String userId,
            String name,
            String phone,
            String area,
            List<Address> addresses,
            String status,
            @Nullable String deliveryBoyId,
            Map<String, Long> customPricesPaise,
            int loginGeneration) {}

    private static final String ONLY_ADDRESS = "primary";
    private static final int FIRST_GENERATION = 1;

    private CustomerMessages() {}

    static State of(CustomerCreated event) {
        return of(event.customer());
    }

    private static State of(Customer customer) {
        var contact = customer.contact();
        var address = new Address(ONLY_ADDRESS, contact.address(), contact.area(), contact.mapLink());
        return new State(
                customer.id(),
                customer.userId(),
                contact.name(),
                contact.phone(),
                contact.area(),
                List.of(address),
                customer.service().status().word(),
                customer.service().deliveryBoyId(),
                Map.of(),
                FIRST_GENERATION);
    }
}

package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.Link;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a customer: always the full current state, because its topic is compacted. The contract is
 * contracts/events; only ever add to it.
 */
final class CustomerMessages {

    record Address(
            String id,
            String address,
            String area,
            @Nullable String mapLink) {}

    record State(
            String customerId,
            @Nullable String userId,
            @Nullable String requestedUserId,
            int loginGeneration,
            String name,
            String phone,
            String area,
            List<Address> addresses,
            String status,
            @Nullable String deliveryBoyId,
            Map<String, Long> customPricesPaise,
            @Nullable String reason) {}

    private static final String ONLY_ADDRESS = "primary";

    private CustomerMessages() {}

    static String name(CustomerEvent event) {
        return switch (event.kind()) {
            case CREATED -> "CustomerCreated";
            case UPDATED -> "CustomerUpdated";
            case LINKED -> "CustomerLinked";
            case UNLINKED -> "CustomerUnlinked";
            case DEACTIVATED -> "CustomerDeactivated";
            case REACTIVATED -> "CustomerReactivated";
        };
    }

    /** A request that ended as a conflict is not made again. */
    static State of(Customer customer, CustomerEvent event) {
        var contact = customer.contact();
        var link = customer.link();
        var address = new Address(ONLY_ADDRESS, contact.address(), contact.area(), contact.mapLink());
        return new State(
                customer.id(),
                link.userId(),
                link.state() == Link.State.PROVISIONING ? link.requestedUserId() : null,
                link.generation(),
                contact.name(),
                contact.phone(),
                contact.area(),
                List.of(address),
                customer.service().status().word(),
                customer.service().terms().deliveryBoyId(),
                customer.customPricesPaise(),
                event.reason());
    }
}

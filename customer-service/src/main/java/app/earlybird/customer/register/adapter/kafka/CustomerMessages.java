package app.earlybird.customer.register.adapter.kafka;

import app.earlybird.customer.register.application.PhoneNumbers;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MoneyByKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a customer: always the full current state, because its topic is compacted. The contract is
 * contracts/events; only ever add to it.
 */
@Singleton
class CustomerMessages implements EventMessages<Customer, CustomerEvent> {

    record Address(
            String id,
            String address,
            String area,
            @Nullable String landmark,
            @Nullable String mapLink) {}

    /** @param phone E.164; absent where the monolith left something else */
    record State(
            String customerId,
            @Nullable String userId,
            @Nullable String requestedUserId,
            int loginGeneration,
            String name,
            @Nullable String phone,
            String area,
            List<Address> addresses,
            String status,
            @Nullable String deliveryBoyId,
            Map<String, Long> customPricesPaise,
            @Nullable String reason) {}

    private static final String ONLY_ADDRESS = "primary";

    private final PhoneNumbers phones;

    CustomerMessages(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** The end of a customer has no state: its topic is compacted, and keeps nothing before it. */
    @Override
    public EventMessage of(Customer customer, CustomerEvent event) {
        var erased = event.kind() == CustomerEvent.Kind.ERASED;
        return EventMessage.of(name(event), customer.id(), erased ? null : state(customer, event));
    }

    private static String name(CustomerEvent event) {
        return switch (event.kind()) {
            case CREATED -> "CustomerCreated";
            case UPDATED -> "CustomerUpdated";
            case LINKED -> "CustomerLinked";
            case UNLINKED -> "CustomerUnlinked";
            case DEACTIVATED -> "CustomerDeactivated";
            case REACTIVATED -> "CustomerReactivated";
            case ERASED -> "CustomerErased";
        };
    }

    /** A request that ended as a conflict is not made again. */
    private State state(Customer customer, CustomerEvent event) {
        var contact = customer.contact();
        var address = customer.address();
        var link = customer.link();
        return new State(
                customer.id(),
                link.userId(),
                link.state() == Link.State.PROVISIONING ? link.requestedUserId() : null,
                link.generation(),
                contact.name(),
                phones.e164(contact.phone()),
                address.area(),
                List.of(new Address(
                        ONLY_ADDRESS, address.address(), address.area(), address.landmark(), address.mapLink())),
                customer.service().status().code(),
                customer.service().terms().deliveryBoyId(),
                MoneyByKey.paise(customer.customPrices()),
                event.reason());
    }
}

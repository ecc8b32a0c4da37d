package app.earlybird.order.customerview.adapter.kafka;

import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventConsumer;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.Outcome;
import app.earlybird.order.customerview.application.CustomerFollower;
import app.earlybird.order.customerview.application.CustomerRef;
import app.earlybird.order.customerview.application.CustomerRef.Address;
import app.earlybird.order.customerview.application.CustomerRefs;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Every event of the topic carries the full state, whatever its type. */
@ApplicationScoped
class CustomerEvents implements EventConsumer.Handler {

    record Data(
            @NotBlank String customerId,
            @Nullable String userId,
            @NotBlank String status,
            @Nullable String deliveryBoyId,
            @NotNull List<Address> addresses,
            @Nullable Map<String, Long> customPricesPaise) {

        CustomerRef toRef(long sequence) {
            var prices = Objects.requireNonNullElse(customPricesPaise, Map.<String, Long>of());
            return new CustomerRef(customerId, userId, status, deliveryBoyId, addresses, prices, sequence);
        }
    }

    private final EventConsumer consumer;
    private final EventReader reader;
    private final CustomerRefs refs;
    private final CustomerFollower follower;

    CustomerEvents(EventConsumer consumer, EventReader reader, CustomerRefs refs, CustomerFollower follower) {
        this.consumer = consumer;
        this.reader = reader;
        this.refs = refs;
        this.follower = follower;
    }

    @Incoming("customer-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return consumer.consume(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        return apply(reader.data(event, Data.class).toRef(event.sequence()));
    }

    @Override
    public Uni<Outcome> erased(String customerId, long sequence) {
        return apply(CustomerRef.erased(customerId, sequence));
    }

    /** Her orders follow also when the state was taken in before: a kill may have come between the two. */
    private Uni<Outcome> apply(CustomerRef customer) {
        return refs.replaceOlder(customer)
                .call(replaced -> refs.findByCustomerId(customer.customerId())
                        .flatMap(present -> present == null || present.sequence() > customer.sequence()
                                ? Uni.createFrom().item(List.<String>of())
                                : follower.follow(present))
                        .invoke(CustomerEvents::report))
                .map(Outcome::of);
    }

    private static void report(List<String> left) {
        if (!left.isEmpty()) {
            Log.warnf("Orders cannot follow their customer until their documents are repaired: %s", left);
        }
    }
}

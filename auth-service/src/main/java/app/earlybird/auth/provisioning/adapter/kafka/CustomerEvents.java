package app.earlybird.auth.provisioning.adapter.kafka;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.CustomerState;
import app.earlybird.auth.provisioning.application.ProvisionLogin;
import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventConsumer;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The topic is compacted: any record of it may be the first this service sees of a customer, whatever its type. */
@ApplicationScoped
class CustomerEvents implements EventConsumer.Handler {

    record Data(
            @NotBlank String customerId,
            @Nullable String userId,
            @Nullable String requestedUserId,
            @NotBlank String name,
            @Nullable String phone,
            @Nullable String status) {}

    private static final String DEACTIVATED = "inactive";

    private final EventConsumer consumer;
    private final EventReader reader;
    private final ProvisionLogin provisionLogin;

    CustomerEvents(EventConsumer consumer, EventReader reader, ProvisionLogin provisionLogin) {
        this.consumer = consumer;
        this.reader = reader;
        this.provisionLogin = provisionLogin;
    }

    @Incoming("customer-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return consumer.consume(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        var data = reader.data(event, Data.class);
        var customer = new CustomerState(
                data.customerId(),
                data.userId(),
                data.requestedUserId(),
                new Account.Profile(data.name(), data.phone()),
                !DEACTIVATED.equals(data.status()),
                event.sequence());
        return provisionLogin.handle(customer).map(Outcome::of);
    }

    @Override
    public Uni<Outcome> erased(String customerId, long sequence) {
        return provisionLogin.erase(customerId).map(Outcome::of);
    }
}

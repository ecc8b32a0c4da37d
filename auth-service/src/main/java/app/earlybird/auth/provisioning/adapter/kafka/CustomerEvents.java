package app.earlybird.auth.provisioning.adapter.kafka;

import app.earlybird.auth.account.application.Logins.Login;
import app.earlybird.auth.provisioning.application.ProvisionLogin;
import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventIntake;
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
class CustomerEvents implements EventIntake.Handler {

    record Data(
            @NotBlank String customerId,
            @NotBlank String userId,
            @NotBlank String name,
            @Nullable String phone) {}

    private final EventIntake intake;
    private final EventReader reader;
    private final ProvisionLogin provisionLogin;

    CustomerEvents(EventIntake intake, EventReader reader, ProvisionLogin provisionLogin) {
        this.intake = intake;
        this.reader = reader;
        this.provisionLogin = provisionLogin;
    }

    @Incoming("customer-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        var data = reader.data(event, Data.class);
        var login = new Login(data.userId(), data.customerId(), data.name(), data.phone(), event.sequence());
        return provisionLogin.handle(login).map(Outcome::of);
    }

    /** Nobody sends an erasure yet; what it means for a login comes with the life cycle of customers. */
    @Override
    public Uni<Outcome> erased(String customerId) {
        return Uni.createFrom().item(Outcome.SKIPPED);
    }
}

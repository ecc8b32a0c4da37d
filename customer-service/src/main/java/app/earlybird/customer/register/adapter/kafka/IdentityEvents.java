package app.earlybird.customer.register.adapter.kafka;

import app.earlybird.customer.register.application.RecordLogin;
import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventIntake;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.HopelessEvent;
import app.earlybird.kit.events.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IdentityEvents implements EventIntake.Handler {

    record Data(
            @NotBlank String customerId,
            @NotBlank String userId,
            @NotBlank String result,
            @Nullable String conflictCode,
            @Positive long answersSequence) {}

    private final EventIntake intake;
    private final EventReader reader;
    private final RecordLogin recordLogin;

    IdentityEvents(EventIntake intake, EventReader reader, RecordLogin recordLogin) {
        this.intake = intake;
        this.reader = reader;
        this.recordLogin = recordLogin;
    }

    @Incoming("identity-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        return switch (event.name()) {
            case "LoginProvisioned" -> provisioned(reader.data(event, Data.class));
            default -> Uni.createFrom().item(Outcome.SKIPPED);
        };
    }

    private Uni<Outcome> provisioned(Data data) {
        var conflict = switch (data.result()) {
            case "created", "linked", "already_linked" -> null;
            case "conflict" -> Objects.requireNonNullElse(data.conflictCode(), "unknown");
            default -> throw new HopelessEvent("result is not one this service knows");
        };
        return recordLogin
                .handle(new RecordLogin.Answer(data.customerId(), data.userId(), conflict, data.answersSequence()))
                .map(Outcome::of);
    }
}

package app.earlybird.customer.link.adapter.kafka;

import app.earlybird.customer.link.application.ApplyLoginResult;
import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventConsumer;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.NonRetryableEvent;
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
class IdentityEvents implements EventConsumer.Handler {

    record Data(
            @NotBlank String customerId,
            @NotBlank String userId,
            @NotBlank String result,
            @Nullable String conflictCode,
            @Positive long answersSequence) {}

    private final EventConsumer consumer;
    private final EventReader reader;
    private final ApplyLoginResult applyLoginResult;

    IdentityEvents(EventConsumer consumer, EventReader reader, ApplyLoginResult applyLoginResult) {
        this.consumer = consumer;
        this.reader = reader;
        this.applyLoginResult = applyLoginResult;
    }

    @Incoming("identity-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return consumer.consume(record, this);
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
            default -> throw new NonRetryableEvent("result is not one this service knows");
        };
        return applyLoginResult
                .handle(new ApplyLoginResult.Answer(data.customerId(), data.userId(), conflict, data.answersSequence()))
                .map(Outcome::of);
    }
}

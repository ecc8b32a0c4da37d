package app.earlybird.order.ordering.adapter.kafka;

import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventConsumer;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.NonRetryableEvent;
import app.earlybird.kit.events.Outcome;
import app.earlybird.order.ordering.application.ApplyDelivery;
import app.earlybird.order.ordering.domain.DeliveryFact;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeliveryEvents implements EventConsumer.Handler {

    record Line(String productId, BigDecimal deliveredQty) {}

    record Data(
            @NotBlank String orderId,
            @NotBlank String deliveryId,
            @Nullable String outcome,
            @Nullable List<Line> lines,
            @Nullable Instant deliveredAt,
            @Nullable String failureReason,
            @Nullable String reason) {

        Map<String, BigDecimal> delivered() {
            return Objects.requireNonNullElse(lines, List.<Line>of()).stream()
                    .collect(Collectors.toMap(Line::productId, Line::deliveredQty, BigDecimal::add));
        }
    }

    private final EventConsumer consumer;
    private final EventReader reader;
    private final ApplyDelivery applyDelivery;

    DeliveryEvents(EventConsumer consumer, EventReader reader, ApplyDelivery applyDelivery) {
        this.consumer = consumer;
        this.reader = reader;
        this.applyDelivery = applyDelivery;
    }

    @Incoming("delivery-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return consumer.consume(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        return switch (event.name()) {
            case "DeliveryConfirmed" -> apply(event, confirmed(reader.data(event, Data.class)));
            case "DeliveryFailed" -> apply(event, OrderStatus.NOT_DELIVERED);
            case "DeliveryWithdrawn" -> apply(event, OrderStatus.CANCELLED);
            default -> Uni.createFrom().item(Outcome.SKIPPED);
        };
    }

    private Uni<Outcome> apply(CloudEvent event, OrderStatus status) {
        var data = reader.data(event, Data.class);
        var reason = Objects.requireNonNullElse(data.reason(), Objects.requireNonNullElse(data.failureReason(), ""));
        var fact = new DeliveryFact(
                data.deliveryId(),
                status,
                data.delivered(),
                data.deliveredAt(),
                reason,
                event.time(),
                event.sequence());
        return applyDelivery.handle(data.orderId(), fact).map(Outcome::of);
    }

    private static OrderStatus confirmed(Data data) {
        return switch (Objects.requireNonNullElse(data.outcome(), "")) {
            case "delivered" -> OrderStatus.DELIVERED;
            case "partially_delivered" -> OrderStatus.PARTIALLY_DELIVERED;
            default -> throw new NonRetryableEvent("outcome is not one this service knows");
        };
    }
}

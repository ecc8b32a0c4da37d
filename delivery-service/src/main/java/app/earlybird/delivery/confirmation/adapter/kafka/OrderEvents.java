package app.earlybird.delivery.confirmation.adapter.kafka;

import app.earlybird.delivery.confirmation.application.OrderDirectory.KnownOrder;
import app.earlybird.delivery.confirmation.application.SyncOrder;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventConsumer;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OrderEvents implements EventConsumer.Handler {

    record Line(
            String productId,
            String productName,
            String unit,
            @Nullable BigDecimal unitStep,
            BigDecimal quantity) {

        OrderPlan.Line toLine() {
            return new OrderPlan.Line(productId, productName, unit, unitStep, quantity);
        }
    }

    record Data(
            @NotBlank String orderId,
            @NotBlank String customerId,
            @NotNull LocalDate deliveryDate,
            @NotBlank String shift,
            @Nullable Instant placedAt,
            @NotEmpty List<Line> lines,
            @Nullable String deliveryBoyId) {

        OrderPlan toPlan() {
            var ordered = lines.stream().map(Line::toLine).toList();
            return new OrderPlan(orderId, customerId, deliveryDate, shift, deliveryBoyId, placedAt, ordered);
        }
    }

    private final EventConsumer consumer;
    private final EventReader reader;
    private final SyncOrder syncOrder;

    OrderEvents(EventConsumer consumer, EventReader reader, SyncOrder syncOrder) {
        this.consumer = consumer;
        this.reader = reader;
        this.syncOrder = syncOrder;
    }

    @Incoming("order-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return consumer.consume(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        return switch (event.name()) {
            case "OrderCreated", "OrderChanged" -> sync(event, false);
            case "OrderCancelled" -> sync(event, true);
            default -> Uni.createFrom().item(Outcome.SKIPPED);
        };
    }

    private Uni<Outcome> sync(CloudEvent event, boolean cancelled) {
        var plan = reader.data(event, Data.class).toPlan();
        return syncOrder
                .handle(new KnownOrder(plan, cancelled, event.sequence()))
                .map(Outcome::of);
    }
}

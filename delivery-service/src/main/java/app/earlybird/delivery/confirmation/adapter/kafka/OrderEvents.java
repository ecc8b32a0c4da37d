package app.earlybird.delivery.confirmation.adapter.kafka;

import app.earlybird.delivery.confirmation.application.LearnOrder;
import app.earlybird.delivery.confirmation.application.OrderDirectory.KnownOrder;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import app.earlybird.kit.events.CloudEvent;
import app.earlybird.kit.events.EventIntake;
import app.earlybird.kit.events.EventReader;
import app.earlybird.kit.events.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OrderEvents implements EventIntake.Handler {

    record Line(String productId, String productName, String unit, BigDecimal quantity) {}

    record Data(
            @NotBlank String orderId,
            @NotBlank String customerId,
            @NotNull LocalDate deliveryDate,
            @NotBlank String shift,
            @NotEmpty List<Line> lines,
            @Nullable String deliveryBoyId) {

        OrderPlan toPlan() {
            var ordered = lines.stream()
                    .map(line -> new OrderPlan.Line(line.productId(), line.productName(), line.unit(), line.quantity()))
                    .toList();
            return new OrderPlan(orderId, customerId, deliveryDate, shift, deliveryBoyId, ordered);
        }
    }

    private final EventIntake intake;
    private final EventReader reader;
    private final LearnOrder learnOrder;

    OrderEvents(EventIntake intake, EventReader reader, LearnOrder learnOrder) {
        this.intake = intake;
        this.reader = reader;
        this.learnOrder = learnOrder;
    }

    @Incoming("order-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this);
    }

    @Override
    public Uni<Outcome> handle(CloudEvent event) {
        return switch (event.name()) {
            case "OrderCreated", "OrderChanged" -> learn(event, false);
            case "OrderCancelled" -> learn(event, true);
            default -> Uni.createFrom().item(Outcome.SKIPPED);
        };
    }

    private Uni<Outcome> learn(CloudEvent event, boolean cancelled) {
        var plan = reader.data(event, Data.class).toPlan();
        return learnOrder
                .handle(new KnownOrder(plan, cancelled, event.sequence()))
                .map(Outcome::of);
    }
}

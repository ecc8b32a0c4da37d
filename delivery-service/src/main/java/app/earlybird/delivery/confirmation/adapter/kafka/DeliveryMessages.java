package app.earlybird.delivery.confirmation.adapter.kafka;

import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryConfirmed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryFailed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryWithdrawn;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.delivery.confirmation.domain.ReportedBy.SharedLink;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.events.EventMessages;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is published of a delivery; the contract is contracts/events, only ever add to it. Nothing personal. */
@Singleton
class DeliveryMessages implements EventMessages<Delivery, DeliveryEvent> {

    record Line(String productId, BigDecimal orderedQty, BigDecimal deliveredQty) {}

    record Actor(
            String method,
            @Nullable String userId,
            @Nullable String linkId) {

        static Actor of(ReportedBy by) {
            return switch (by) {
                case Staff staff -> new Actor(by.method(), staff.userId(), null);
                case SharedLink link -> new Actor(by.method(), null, link.linkId());
            };
        }
    }

    /**
     * @param deliveryDate the day of the order
     * @param reportedDate the day of the visit
     */
    record Reported(
            String deliveryId,
            String orderId,
            String customerId,
            @Nullable LocalDate deliveryDate,
            LocalDate reportedDate,
            String outcome,
            List<Line> lines,
            @Nullable String failureReason,
            @Nullable Instant deliveredAt,
            Instant recordedAt,
            Actor actor,
            int attempt) {}

    record Withdrawn(String deliveryId, String orderId, String customerId, String reason) {}

    @Override
    public EventMessage of(Delivery delivery, DeliveryEvent event) {
        var key = delivery.plan().orderId();
        return switch (event) {
            case DeliveryConfirmed confirmed ->
                new EventMessage(
                        "DeliveryConfirmed", key, delivery.id(), reported(delivery, confirmed.attempt()), null);
            case DeliveryFailed failed ->
                new EventMessage("DeliveryFailed", key, delivery.id(), reported(delivery, failed.attempt()), null);
            case DeliveryWithdrawn withdrawn ->
                new EventMessage("DeliveryWithdrawn", key, delivery.id(), withdrawn(withdrawn), null);
        };
    }

    private static Reported reported(Delivery delivery, Attempt attempt) {
        var plan = delivery.plan();
        return new Reported(
                delivery.id(),
                plan.orderId(),
                plan.customerId(),
                plan.deliveryDate(),
                attempt.reportedDate(),
                attempt.outcome().code(),
                plan.lines().stream()
                        .map(line -> new Line(
                                line.productId(),
                                line.ordered(),
                                attempt.delivered().getOrDefault(line.productId(), BigDecimal.ZERO)))
                        .toList(),
                attempt.failureReason() == null ? null : attempt.failureReason().code(),
                attempt.deliveredAt(),
                attempt.recordedAt(),
                Actor.of(attempt.reportedBy()),
                attempt.number());
    }

    private static Withdrawn withdrawn(DeliveryWithdrawn event) {
        var plan = event.delivery().plan();
        return new Withdrawn(event.delivery().id(), plan.orderId(), plan.customerId(), event.reason());
    }
}

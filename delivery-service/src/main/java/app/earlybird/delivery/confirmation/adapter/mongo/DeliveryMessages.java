package app.earlybird.delivery.confirmation.adapter.mongo;

import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryConfirmed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryFailed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryWithdrawn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is published of a delivery; the contract is contracts/events, only ever add to it. Nothing personal. */
final class DeliveryMessages {

    record Line(String productId, BigDecimal orderedQty, BigDecimal deliveredQty) {}

    record Actor(String method, @Nullable String userId) {}

    record Reported(
            String deliveryId,
            String orderId,
            String customerId,
            LocalDate deliveryDate,
            String outcome,
            List<Line> lines,
            @Nullable String failureReason,
            @Nullable Instant deliveredAt,
            Instant recordedAt,
            Actor actor,
            int attempt) {}

    record Withdrawn(String deliveryId, String orderId, String customerId, String reason) {}

    private DeliveryMessages() {}

    static String nameOf(DeliveryEvent event) {
        return switch (event) {
            case DeliveryConfirmed confirmed -> "DeliveryConfirmed";
            case DeliveryFailed failed -> "DeliveryFailed";
            case DeliveryWithdrawn withdrawn -> "DeliveryWithdrawn";
        };
    }

    static Object dataOf(DeliveryEvent event) {
        return switch (event) {
            case DeliveryConfirmed confirmed -> reported(confirmed.delivery(), confirmed.attempt());
            case DeliveryFailed failed -> reported(failed.delivery(), failed.attempt());
            case DeliveryWithdrawn withdrawn -> withdrawn(withdrawn);
        };
    }

    private static Reported reported(Delivery delivery, Attempt attempt) {
        var plan = delivery.plan();
        return new Reported(
                delivery.id(),
                plan.orderId(),
                plan.customerId(),
                attempt.deliveryDate(),
                attempt.outcome().word(),
                plan.lines().stream()
                        .map(line -> new Line(
                                line.productId(),
                                line.ordered(),
                                attempt.delivered().getOrDefault(line.productId(), BigDecimal.ZERO)))
                        .toList(),
                attempt.failureReason() == null ? null : attempt.failureReason().word(),
                attempt.deliveredAt(),
                attempt.recordedAt(),
                new Actor(attempt.reporter().method().word(), attempt.reporter().userId()),
                attempt.number());
    }

    private static Withdrawn withdrawn(DeliveryWithdrawn event) {
        var plan = event.delivery().plan();
        return new Withdrawn(event.delivery().id(), plan.orderId(), plan.customerId(), event.reason());
    }
}

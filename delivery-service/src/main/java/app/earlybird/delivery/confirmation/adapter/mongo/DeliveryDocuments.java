package app.earlybird.delivery.confirmation.adapter.mongo;

import app.earlybird.delivery.confirmation.adapter.mongo.DeliveryDocument.AttemptDocument;
import app.earlybird.delivery.confirmation.adapter.mongo.DeliveryDocument.DeliveredDocument;
import app.earlybird.delivery.confirmation.adapter.mongo.DeliveryDocument.LineDocument;
import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryStatus;
import app.earlybird.delivery.confirmation.domain.FailureReason;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import app.earlybird.delivery.confirmation.domain.Reporter;
import app.earlybird.kit.events.StoredEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Between a delivery and its document. */
final class DeliveryDocuments {

    private DeliveryDocuments() {}

    static DeliveryDocument of(Delivery delivery, List<StoredEvent> events) {
        var plan = delivery.plan();
        var last = delivery.confirmation();
        return new DeliveryDocument(
                new BsonString(plan.orderId()),
                delivery.id(),
                plan.orderId(),
                plan.customerId(),
                plan.deliveryDate() == null ? null : plan.deliveryDate().toString(),
                plan.shift(),
                plan.deliveryBoyId(),
                delivery.status().word(),
                lines(delivery),
                delivery.attempts().stream().map(DeliveryDocuments::of).toList(),
                last.map(Attempt::deliveredAt).orElse(null),
                last.map(Attempt::recordedAt).orElse(null),
                last.map(attempt -> attempt.reporter().userId()).orElse(null),
                last.map(attempt -> attempt.reporter().name()).orElse(null),
                last.map(attempt -> attempt.reporter().method().word()).orElse(null),
                Map.of(DeliveryDocument.APPLIED_ORDER, delivery.appliedOrder()),
                delivery.version(),
                (long) events.size(),
                events,
                events.isEmpty() ? null : events.getFirst().time());
    }

    static Delivery delivery(DeliveryDocument document) {
        var date = document.deliveryDate() == null ? null : LocalDate.parse(document.deliveryDate());
        var lines = document.items().stream().map(DeliveryDocuments::line).toList();
        var plan = new OrderPlan(
                document.orderId(), document.customerId(), date, document.shift(), document.deliveryBoyId(), lines);
        return new Delivery(
                document.id(),
                plan,
                DeliveryStatus.of(document.status()),
                document.attempts().stream().map(DeliveryDocuments::attempt).toList(),
                document.applied().getOrDefault(DeliveryDocument.APPLIED_ORDER, 0L),
                Objects.requireNonNullElse(document.version(), 0L),
                Objects.requireNonNullElse(document.eventSeq(), 0L));
    }

    private static List<LineDocument> lines(Delivery delivery) {
        var delivered = delivery.attempts().isEmpty()
                ? Map.<String, BigDecimal>of()
                : delivery.attempts().getLast().delivered();
        return delivery.plan().lines().stream()
                .map(line -> new LineDocument(
                        line.productId(),
                        line.productName(),
                        line.unit(),
                        line.ordered(),
                        delivered.get(line.productId())))
                .toList();
    }

    private static OrderPlan.Line line(LineDocument line) {
        return new OrderPlan.Line(line.productId(), line.productName(), line.unit(), line.ordered());
    }

    private static AttemptDocument of(Attempt attempt) {
        var by = attempt.reporter();
        return new AttemptDocument(
                attempt.key(),
                attempt.number(),
                attempt.outcome().word(),
                attempt.deliveryDate().toString(),
                attempt.delivered().entrySet().stream()
                        .map(line -> new DeliveredDocument(line.getKey(), line.getValue()))
                        .toList(),
                attempt.failureReason() == null ? null : attempt.failureReason().word(),
                attempt.deliveredAt(),
                attempt.recordedAt(),
                by.userId(),
                by.name(),
                by.method().word(),
                by.ipAddress(),
                by.deviceInfo(),
                attempt.notes(),
                attempt.reason());
    }

    private static Attempt attempt(AttemptDocument document) {
        return new Attempt(
                document.key(),
                document.number(),
                DeliveryStatus.of(document.outcome()),
                LocalDate.parse(document.deliveryDate()),
                document.items().stream()
                        .collect(Collectors.toMap(DeliveredDocument::productId, DeliveredDocument::delivered)),
                reason(document.failureReason()),
                document.deliveredAt(),
                document.recordedAt(),
                new Reporter(
                        document.userId(),
                        document.userName(),
                        Reporter.Method.of(document.method()),
                        document.ipAddress(),
                        document.deviceInfo()),
                document.notes(),
                document.reason());
    }

    private static @Nullable FailureReason reason(@Nullable String word) {
        return word == null ? null : FailureReason.of(word);
    }
}

package app.earlybird.delivery.confirmation.adapter.mongo;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryStatus;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.kit.domain.AggregateMeta;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The monolith's {@code delivery_statuses}, one per order. The fields beside the attempts repeat the last of them, for
 * readers that know the monolith's document. Public, because the record codec reads it by reflection.
 */
@MongoEntity(collection = StoredCollection.Name.DELIVERIES)
public record DeliveryDocument(
        String id,
        @BsonProperty("order_id") String orderId,
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("delivery_date") @Nullable String deliveryDate,
        String shift,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        String status,
        @BsonProperty("placed_at") @Nullable Instant placedAt,
        List<LineDocument> items,
        List<AttemptDocument> attempts,
        @BsonProperty("delivered_at") @Nullable Instant deliveredAt,
        @BsonProperty("confirmed_at") @Nullable Instant confirmedAt,
        @BsonProperty("confirmed_by_user_id") @Nullable String confirmedByUserId,
        @BsonProperty("confirmed_by_name") @Nullable String confirmedByName,
        @BsonProperty("confirmation_method") @Nullable String confirmationMethod) {

    /** As stored; the delivered quantity once something was reported. */
    public record LineDocument(
            @BsonProperty("product_id") String productId,
            @BsonProperty("product_name") String productName,
            String unit,
            @BsonProperty("unit_step") @Nullable BigDecimal unitStep,
            @BsonProperty("ordered_qty") BigDecimal ordered,
            @BsonProperty("delivered_qty") @Nullable BigDecimal delivered) {

        static LineDocument of(OrderPlan.Line line, Map<String, BigDecimal> delivered) {
            return new LineDocument(
                    line.productId(),
                    line.productName(),
                    line.unit(),
                    line.unitStep(),
                    line.ordered(),
                    delivered.get(line.productId()));
        }

        OrderPlan.Line toLine() {
            return new OrderPlan.Line(productId, productName, unit, unitStep, ordered);
        }
    }

    static DeliveryDocument of(Delivery delivery) {
        var plan = delivery.plan();
        var done = delivery.confirmation();
        var staff =
                done.map(Attempt::reportedBy).filter(Staff.class::isInstance).map(Staff.class::cast);
        var delivered = delivery.attempts().isEmpty()
                ? Map.<String, BigDecimal>of()
                : delivery.attempts().getLast().delivered();
        return new DeliveryDocument(
                delivery.id(),
                plan.orderId(),
                plan.customerId(),
                plan.deliveryDate() == null ? null : plan.deliveryDate().toString(),
                plan.shift(),
                plan.deliveryBoyId(),
                delivery.status().code(),
                plan.placedAt(),
                plan.lines().stream()
                        .map(line -> LineDocument.of(line, delivered))
                        .toList(),
                delivery.attempts().stream().map(AttemptDocument::of).toList(),
                done.map(Attempt::deliveredAt).orElse(null),
                done.map(Attempt::recordedAt).orElse(null),
                staff.map(Staff::userId).orElse(null),
                staff.map(Staff::name).orElse(null),
                done.map(Attempt::reportedBy).map(ReportedBy::method).orElse(null));
    }

    Delivery toDelivery(AggregateMeta meta) {
        var date = deliveryDate == null ? null : LocalDate.parse(deliveryDate);
        var lines = items.stream().map(LineDocument::toLine).toList();
        return new Delivery(
                id,
                new OrderPlan(orderId, customerId, date, shift, deliveryBoyId, placedAt, lines),
                DeliveryStatus.of(status),
                attempts.stream().map(AttemptDocument::toAttempt).toList(),
                meta);
    }
}

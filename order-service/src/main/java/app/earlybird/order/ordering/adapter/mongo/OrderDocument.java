package app.earlybird.order.ordering.adapter.mongo;

import app.earlybird.kit.events.StoredEvent;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.Order.Buyer;
import app.earlybird.order.ordering.domain.Order.Origin;
import app.earlybird.order.ordering.domain.Order.Plan;
import app.earlybird.order.ordering.domain.Order.Progress;
import app.earlybird.order.ordering.domain.Order.Shift;
import app.earlybird.order.ordering.domain.OrderLine;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code orders}. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = "orders")
public record OrderDocument(
        @BsonId BsonValue documentId,
        String id,
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("user_id") @Nullable String userId,
        @BsonProperty("order_type") String orderType,
        @BsonProperty("subscription_id") @Nullable String subscriptionId,
        List<LineDocument> items,
        @BsonProperty("total_paise") long totalPaise,
        @BsonProperty("delivery_date") String deliveryDate,
        @Nullable String shift,
        @BsonProperty("address_id") String addressId,
        String address,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        @Nullable String notes,
        String status,
        @BsonProperty("delivered_at") @Nullable Instant deliveredAt,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("request_digest") @Nullable String requestDigest,
        @Nullable Long version,
        @BsonProperty("event_seq") @Nullable Long eventSeq,
        @Nullable Map<String, Long> applied,
        @Nullable List<StoredEvent> outbox,
        @BsonProperty("outbox_since") @Nullable Instant outboxSince) {

    static final String APPLIED_DELIVERY = "delivery";
    private static final String ONE_TIME = "one_time";

    /** As stored. */
    public record LineDocument(
            @BsonProperty("product_id") String productId,
            @BsonProperty("product_name") String productName,
            String unit,
            BigDecimal quantity,
            @BsonProperty("unit_price_paise") long unitPricePaise) {}

    static OrderDocument of(Order order, List<StoredEvent> events) {
        var plan = order.plan();
        return new OrderDocument(
                new BsonString(order.id()),
                order.id(),
                order.buyer().customerId(),
                order.buyer().userId(),
                ONE_TIME,
                null,
                order.lines().stream().map(OrderDocument::of).toList(),
                order.totalPaise(),
                plan.deliveryDate().toString(),
                plan.shift().word(),
                plan.addressId(),
                plan.address(),
                plan.deliveryBoyId(),
                plan.notes(),
                order.progress().status().word(),
                order.progress().deliveredAt(),
                order.origin().createdAt(),
                order.origin().requestDigest(),
                order.version(),
                order.eventSequence(),
                null,
                events,
                events.isEmpty() ? null : events.getFirst().time());
    }

    Order toOrder() {
        var seen = Objects.requireNonNullElse(applied, Map.<String, Long>of());
        return new Order(
                id,
                new Buyer(customerId, userId),
                new Plan(LocalDate.parse(deliveryDate), shiftOf(), addressId, address, deliveryBoyId, notes),
                items.stream().map(OrderDocument::line).toList(),
                new Progress(OrderStatus.of(status), deliveredAt, seen.getOrDefault(APPLIED_DELIVERY, 0L)),
                new Origin(createdAt, requestDigest),
                Objects.requireNonNullElse(version, 0L),
                Objects.requireNonNullElse(eventSeq, 0L));
    }

    private Shift shiftOf() {
        return shift == null ? Shift.MORNING : Shift.of(shift);
    }

    private static LineDocument of(OrderLine line) {
        return new LineDocument(
                line.productId(), line.productName(), line.unit(), line.quantity(), line.unitPricePaise());
    }

    private static OrderLine line(LineDocument line) {
        return new OrderLine(line.productId(), line.productName(), line.unit(), line.quantity(), line.unitPricePaise());
    }
}

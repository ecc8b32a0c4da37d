package app.earlybird.order.ordering.adapter.mongo;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Money;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.Order.Buyer;
import app.earlybird.order.ordering.domain.Order.Cancellation;
import app.earlybird.order.ordering.domain.Order.Origin;
import app.earlybird.order.ordering.domain.Order.Plan;
import app.earlybird.order.ordering.domain.Order.Progress;
import app.earlybird.order.ordering.domain.Order.Shift;
import app.earlybird.order.ordering.domain.OrderLine;
import app.earlybird.order.ordering.domain.OrderStatus;
import app.earlybird.order.ordering.domain.OrderType;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code orders}. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = StoredCollection.Name.ORDERS)
public record OrderDocument(
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
        @Nullable CancellationDocument cancellation,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("request_digest") @Nullable String requestDigest) {

    /** As stored. */
    public record LineDocument(
            @BsonProperty("product_id") String productId,
            @BsonProperty("product_name") String productName,
            String unit,
            @BsonProperty("unit_step") @Nullable BigDecimal unitStep,
            BigDecimal quantity,
            @BsonProperty("unit_price_paise") long unitPricePaise) {

        static LineDocument of(OrderLine line) {
            return new LineDocument(
                    line.productId(),
                    line.productName(),
                    line.unit(),
                    line.unitStep(),
                    line.quantity(),
                    line.unitPrice().paise());
        }

        OrderLine toLine() {
            return new OrderLine(productId, productName, unit, unitStep, quantity, new Money(unitPricePaise));
        }
    }

    /** As stored. */
    public record CancellationDocument(
            String by,
            @BsonProperty("user_id") @Nullable String userId,
            Instant at,
            @Nullable String reason) {

        static @Nullable CancellationDocument of(@Nullable Cancellation cancellation) {
            return cancellation == null
                    ? null
                    : new CancellationDocument(
                            cancellation.by(), cancellation.userId(), cancellation.at(), cancellation.reason());
        }
    }

    static OrderDocument of(Order order) {
        var plan = order.plan();
        var origin = order.origin();
        return new OrderDocument(
                order.id(),
                order.buyer().customerId(),
                order.buyer().userId(),
                origin.type().code(),
                origin.subscriptionId(),
                order.lines().stream().map(LineDocument::of).toList(),
                order.total().paise(),
                plan.deliveryDate().toString(),
                plan.shift().code(),
                plan.addressId(),
                plan.address(),
                plan.deliveryBoyId(),
                plan.notes(),
                order.progress().status().code(),
                order.progress().deliveredAt(),
                CancellationDocument.of(order.progress().cancellation()),
                origin.createdAt(),
                origin.requestDigest());
    }

    Order toOrder(AggregateMeta meta) {
        var ended = cancellation == null
                ? null
                : new Cancellation(cancellation.by(), cancellation.userId(), cancellation.at(), cancellation.reason());
        var when = shift == null ? Shift.MORNING : Shift.of(shift);
        return new Order(
                id,
                new Buyer(customerId, userId),
                new Plan(LocalDate.parse(deliveryDate), when, addressId, address, deliveryBoyId, notes),
                items.stream().map(LineDocument::toLine).toList(),
                new Progress(OrderStatus.of(status), deliveredAt, ended),
                new Origin(OrderType.of(orderType), subscriptionId, createdAt, requestDigest),
                meta);
    }
}

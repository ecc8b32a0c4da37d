package app.earlybird.delivery.confirmation.adapter.mongo;

import app.earlybird.kit.events.StoredEvent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The monolith's {@code delivery_statuses}, one per order. The fields beside the attempts repeat the last of them, for
 * readers that know the monolith's document. Public, because the record codec reads it by reflection.
 */
@MongoEntity(collection = "delivery_statuses")
public record DeliveryDocument(
        @BsonId BsonValue documentId,
        String id,
        @BsonProperty("order_id") String orderId,
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("delivery_date") @Nullable String deliveryDate,
        String shift,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        String status,
        List<LineDocument> items,
        List<AttemptDocument> attempts,
        @BsonProperty("delivered_at") @Nullable Instant deliveredAt,
        @BsonProperty("confirmed_at") @Nullable Instant confirmedAt,
        @BsonProperty("confirmed_by_user_id") @Nullable String confirmedByUserId,
        @BsonProperty("confirmed_by_name") @Nullable String confirmedByName,
        @BsonProperty("confirmation_method") @Nullable String confirmationMethod,
        Map<String, Long> applied,
        @Nullable Long version,
        @BsonProperty("event_seq") @Nullable Long eventSeq,
        @Nullable List<StoredEvent> outbox,
        @BsonProperty("outbox_since") @Nullable Instant outboxSince) {

    static final String APPLIED_ORDER = "order";

    /** As stored; the delivered quantity once something was reported. */
    public record LineDocument(
            @BsonProperty("product_id") String productId,
            @BsonProperty("product_name") String productName,
            String unit,
            @BsonProperty("ordered_qty") BigDecimal ordered,
            @BsonProperty("delivered_qty") @Nullable BigDecimal delivered) {}

    /** As stored. */
    public record AttemptDocument(
            @BsonProperty("attempt_id") String key,
            int number,
            String outcome,
            @BsonProperty("delivery_date") String deliveryDate,
            List<DeliveredDocument> items,
            @BsonProperty("failure_reason") @Nullable String failureReason,
            @BsonProperty("delivered_at") @Nullable Instant deliveredAt,
            @BsonProperty("recorded_at") Instant recordedAt,
            @BsonProperty("user_id") String userId,
            @BsonProperty("user_name") String userName,
            String method,
            @BsonProperty("ip_address") @Nullable String ipAddress,
            @BsonProperty("device_info") @Nullable String deviceInfo,
            @Nullable String notes,
            @Nullable String reason) {}

    /** As stored. */
    public record DeliveredDocument(
            @BsonProperty("product_id") String productId,
            @BsonProperty("delivered_qty") BigDecimal delivered) {}
}

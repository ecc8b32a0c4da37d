package app.earlybird.kit.outbox;

/**
 * A collection whose documents carry an outbox; each service produces one bean per such collection.
 *
 * @param keyField the business key: {@code id}, or {@code order_id} in {@code delivery_statuses}
 */
public record OutboxSource(String collection, String keyField, String topic) {}

package app.earlybird.kit.events;

import org.jspecify.annotations.Nullable;

/**
 * What is published of an event; the contract is {@code contracts/events}.
 *
 * @param name without prefix and version, {@code OrderCreated}
 * @param key what its topic is partitioned by
 * @param subject the id of the aggregate
 * @param data null ends the aggregate on a compacted topic
 * @param sequence where it is not the aggregate's own count of its events
 */
public record EventMessage(
        String name,
        String key,
        String subject,
        @Nullable Object data,
        @Nullable Long sequence) {

    /** Of an aggregate whose id is the key of its topic. */
    public static EventMessage of(String name, String id, @Nullable Object data) {
        return new EventMessage(name, id, id, data, null);
    }
}

package app.earlybird.auth.provisioning.adapter.mongo;

import app.earlybird.auth.runtime.Storage;
import app.earlybird.kit.events.StoredEvent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** A state that changed no account, and the answer to it. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = Storage.PROVISIONINGS)
public record ConflictDocument(
        @BsonId String documentId,
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("user_id") @Nullable String userId,
        @BsonProperty("conflict_code") @Nullable String code,
        long version,
        @BsonProperty("event_seq") long eventSeq,
        Map<String, Long> applied,
        List<StoredEvent> outbox,
        @BsonProperty("outbox_since") @Nullable Instant outboxSince) {}

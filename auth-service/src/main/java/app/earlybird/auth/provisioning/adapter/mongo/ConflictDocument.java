package app.earlybird.auth.provisioning.adapter.mongo;

import app.earlybird.auth.runtime.Storage;
import app.earlybird.kit.events.StoredEvent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;

/** An answer that changed no account. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = Storage.PROVISIONINGS)
public record ConflictDocument(
        @BsonId String documentId,
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("user_id") String userId,
        @BsonProperty("conflict_code") String code,
        long version,
        @BsonProperty("event_seq") long eventSeq,
        Map<String, Long> applied,
        List<StoredEvent> outbox,
        @BsonProperty("outbox_since") Instant outboxSince) {}

package app.earlybird.kit.outbox;

import app.earlybird.kit.events.StoredEvent;
import java.util.List;
import java.util.Objects;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;

/** What the relay reads of an aggregate's document. Public, because the record codec reads it by reflection. */
public record PendingAggregate(@BsonId BsonValue documentId, List<StoredEvent> outbox) {

    public PendingAggregate {
        outbox = Objects.requireNonNullElse(outbox, List.of());
    }
}

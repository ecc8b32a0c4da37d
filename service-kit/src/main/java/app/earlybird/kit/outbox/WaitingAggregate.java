package app.earlybird.kit.outbox;

import app.earlybird.kit.events.StoredEvent;
import java.util.List;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;

/** What the relay reads of an aggregate's document. Public, because the record codec reads it by reflection. */
public record WaitingAggregate(
        @BsonId BsonValue documentId,
        @BsonProperty("event_seq") long eventSeq,
        List<StoredEvent> outbox) {}

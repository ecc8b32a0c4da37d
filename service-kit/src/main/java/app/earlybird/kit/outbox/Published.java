package app.earlybird.kit.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the broker acknowledged of one aggregate, up to its first failure. */
record Published(
        WaitingAggregate aggregate,
        List<String> acknowledged,
        @Nullable Throwable failure) {

    /** Only the ids that were sent leave the outbox: an event pushed meanwhile stays, and keeps its mark. */
    Stream<UpdateOneModel<WaitingAggregate>> updates() {
        if (acknowledged.isEmpty()) {
            return Stream.empty();
        }
        var document = eq("_id", aggregate.documentId());
        var takeOff =
                Updates.pull(Outbox.EVENTS, new Document(in("id", acknowledged).toBsonDocument()));
        return Stream.of(
                new UpdateOneModel<>(document, takeOff),
                new UpdateOneModel<>(and(document, size(Outbox.EVENTS, 0)), Updates.unset(Outbox.SINCE)));
    }
}

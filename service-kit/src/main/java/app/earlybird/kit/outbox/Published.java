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
        PendingAggregate aggregate,
        List<String> acknowledged,
        @Nullable Throwable failure) {

    /**
     * Only the ids that were sent leave the outbox: an event pushed meanwhile stays, and keeps the mark. A mark beside an
     * empty outbox is what a crash between these two updates leaves.
     */
    Stream<UpdateOneModel<PendingAggregate>> updates() {
        var document = eq("_id", aggregate.documentId());
        var unmark = new UpdateOneModel<PendingAggregate>(
                and(document, size(Outbox.EVENTS, 0)), Updates.unset(Outbox.SINCE));
        if (acknowledged.isEmpty()) {
            return aggregate.outbox().isEmpty() ? Stream.of(unmark) : Stream.empty();
        }
        var sent = new Document(in("id", acknowledged).toBsonDocument());
        return Stream.of(new UpdateOneModel<>(document, Updates.pull(Outbox.EVENTS, sent)), unmark);
    }
}

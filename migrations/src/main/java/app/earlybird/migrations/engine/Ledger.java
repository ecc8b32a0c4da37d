package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Which migrations were applied, with the checksum they had. */
final class Ledger {

    private static final String COLLECTION = "migrations";

    private final MongoCollection<Document> entries;
    private final Clock clock;

    Ledger(Databases databases, Clock clock) {
        this.entries = databases.ledger().getCollection(COLLECTION);
        this.clock = clock;
    }

    Optional<Entry> find(Migration migration) {
        return Optional.ofNullable(entries.find(eq("_id", migration.id())).first())
                .map(document -> new Entry(document.getString("state"), document.getString("checksum")));
    }

    void begin(Migration migration) {
        var entry = new Document("_id", migration.id())
                .append("name", migration.name())
                .append("checksum", migration.checksum())
                .append("state", Entry.RUNNING)
                .append("started_at", now());
        try {
            entries.insertOne(entry);
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
            entries.updateOne(
                    eq("_id", migration.id()),
                    Updates.combine(
                            Updates.set("state", Entry.RUNNING),
                            Updates.set("checksum", migration.checksum()),
                            Updates.set("started_at", now())));
        }
    }

    void finish(Migration migration, String state, Result result) {
        entries.updateOne(
                eq("_id", migration.id()),
                Updates.combine(
                        Updates.set("state", state),
                        Updates.set("finished_at", now()),
                        Updates.set("documents", result.documents()),
                        Updates.set("indexes", result.indexes())));
    }

    private Date now() {
        return Date.from(Instant.now(clock));
    }

    record Entry(String state, String checksum) {
        static final String RUNNING = "running";
        static final String APPLIED = "applied";
        static final String ROLLED_BACK = "rolled_back";
    }
}

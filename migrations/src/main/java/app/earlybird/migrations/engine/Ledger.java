package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which migrations were applied, with the checksum they had, and how far one that runs has come. */
final class Ledger {

    private static final String COLLECTION = "migrations";
    private static final String HISTORY = "migration_history";

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> history;

    Ledger(Databases databases) {
        this.entries = databases.own(COLLECTION);
        this.history = databases.own(HISTORY);
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.find(eq("_id", id)).first()).map(Entry::of);
    }

    List<Entry> all() {
        return entries.find().map(Entry::of).into(new ArrayList<>());
    }

    /** Goes on where an interrupted run of the same kind ended, or begins anew. */
    Entry begin(Migration migration, State running, Lease lease) {
        DuplicateKeys.insert(entries, new Document("_id", migration.id()).append("fence", 0L));
        var before = find(migration.id()).map(Entry::state).orElse(State.PENDING);
        var changes = new ArrayList<Bson>(List.of(
                set("name", migration.name()),
                set("checksum", Checksums.of(migration)),
                set("state", running.code()),
                set("owner", lease.owner()),
                currentDate("started_at"),
                unset("error")));
        if (before != running) {
            changes.add(unset("progress"));
            changes.add(set("rescan", before == State.APPLIED && running == State.RUNNING));
            changes.add(inc("run", 1L));
        }
        write(migration.id(), lease, combine(changes));
        return find(migration.id()).orElseThrow();
    }

    void save(String id, Lease lease, Checkpoint checkpoint) {
        write(id, lease, combine(set("progress", checkpoint.toDocument()), currentDate("saved_at")));
    }

    /** What it made or replaced is kept, because only that may be taken back. */
    void indexes(String id, Lease lease, MigrationIndexes.Made made) {
        write(id, lease, set("indexes_made", made.toDocument()));
    }

    long highestFence() {
        return all().stream().mapToLong(Entry::fence).max().orElse(0);
    }

    void finish(String id, State state, Lease lease, Document report) {
        var changes = new ArrayList<Bson>(List.of(
                set("state", state.code()), set("report", report), unset("progress"), currentDate("finished_at")));
        if (state == State.ROLLED_BACK) {
            changes.add(unset("indexes_made"));
        }
        write(id, lease, combine(changes));
        var entry = find(id).orElseThrow();
        remember(
                new Document("event", Boolean.TRUE.equals(entry.document().get("rescan")) ? "rescanned" : state.code())
                        .append("migration", id)
                        .append("checksum", entry.checksum())
                        .append("run", entry.run())
                        .append("started_at", entry.document().getDate("started_at"))
                        .append("report", report),
                lease.owner());
    }

    void failed(String id, Lease lease, String error) {
        write(id, lease, combine(set("error", error), currentDate("saved_at")));
        remember(new Document("event", "stopped").append("migration", id).append("error", error), lease.owner());
    }

    /** It goes on when it is run again. */
    void interrupted(String id, Lease lease) {
        var command = find(id).map(Entry::state).orElse(State.RUNNING) == State.ROLLING_BACK ? "down" : "up";
        remember(
                new Document("event", "interrupted").append("migration", id).append("command", command), lease.owner());
    }

    /** For those who ask later what was done, by whom and when. */
    void remember(Document event, String owner) {
        var entry = new Document("_id", UUID.randomUUID().toString())
                .append("owner", owner)
                .append("version", Engine.VERSION);
        entry.putAll(event);
        history.insertOne(entry);
        history.updateOne(eq("_id", entry.getString("_id")), currentDate("at"));
    }

    List<Document> history() {
        return history.find().sort(new Document("at", 1)).into(new ArrayList<>());
    }

    /** Refused when a newer holder of the lease has written: its token is the higher one. */
    private void write(String id, Lease lease, Bson changes) {
        lease.check();
        var notFenced = or(lte("fence", lease.token()), exists("fence", false));
        var written = entries.updateOne(and(eq("_id", id), notFenced), combine(changes, set("fence", lease.token())));
        if (written.getMatchedCount() != 1) {
            throw Refusal.leaseLost();
        }
    }
}

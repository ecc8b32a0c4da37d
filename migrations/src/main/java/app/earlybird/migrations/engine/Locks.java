package app.earlybird.migrations.engine;

import static app.earlybird.migrations.engine.Lease.CLOCK;
import static app.earlybird.migrations.engine.Lease.LOCK;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The document of the lock, judged by the database's clock. */
final class Locks {

    /** More than could ever be given. */
    static final long MOST_TOKENS = 1L << 48;

    private Locks() {}

    /** Null when there never was one; refuses what was changed by hand. */
    static @Nullable Document find(MongoCollection<Document> locks) {
        var lock = locks.find(eq("_id", LOCK)).first();
        if (lock != null && !isWhole(lock)) {
            throw edited();
        }
        return lock;
    }

    /** @param fence what the ledger was last written with: no token is lower */
    static Document current(MongoCollection<Document> locks, long fence) {
        var lock = find(locks);
        if (lock == null || lock.getLong("token") < fence) {
            throw edited();
        }
        return lock;
    }

    private static Refusal edited() {
        return Refusal.drift("The lock (collection `migration_lock`) is not as a migrator writes it; when nobody is at"
                + " context, `lock release --force --reason` mends it.");
    }

    /** No sign of life while this one waited as long as the lease, whatever the database's clock says by now. */
    static boolean isSilent(Document first, Document seen, long waitedNanos) {
        return isHeld(seen)
                && Objects.equals(first.get("renewed_at"), seen.get("renewed_at"))
                && Objects.equals(first.get("token"), seen.get("token"))
                && waitedNanos > Duration.ofMillis(seen.getLong("lease_millis")).toNanos();
    }

    static boolean isHeld(Document lock) {
        return lock.getString("owner") != null;
    }

    static boolean isFree(MongoCollection<Document> locks, Document lock) {
        if (!isHeld(lock)) {
            return true;
        }
        var silent = Duration.between(lock.getDate("renewed_at").toInstant(), now(locks));
        return silent.toMillis() >= lock.getLong("lease_millis");
    }

    private static boolean isWhole(Document lock) {
        var free = lock.get("owner") == null;
        var held = lock.get("owner") instanceof String
                && lock.get("renewed_at") instanceof Date
                && lock.get("lease_millis") instanceof Long;
        return lock.get("token") instanceof Long token && token >= 0 && token <= MOST_TOKENS && (free || held);
    }

    /** One that was edited by hand begins anew, with a token that was never given. */
    static boolean repair(MongoCollection<Document> locks, long highestToken) {
        var lock = locks.find(eq("_id", LOCK)).first();
        if (lock == null || (isWhole(lock) && lock.getLong("token") >= highestToken)) {
            return false;
        }
        locks.replaceOne(eq("_id", LOCK), new Document("_id", LOCK).append("token", highestToken + 1));
        return true;
    }

    static @Nullable Document take(MongoCollection<Document> locks, Document seen, String owner, Duration length) {
        var same = and(eq("_id", LOCK), eq("token", seen.getLong("token")), unrenewedSince(seen));
        var mine = combine(
                set("owner", owner),
                set("lease_millis", length.toMillis()),
                inc("token", 1L),
                currentDate("renewed_at"));
        return locks.findOneAndUpdate(same, mine, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    /** A server may keep times finer than the millisecond it answers with. */
    private static Bson unrenewedSince(Document seen) {
        return isHeld(seen)
                ? lt(
                        "renewed_at",
                        Date.from(seen.getDate("renewed_at").toInstant().plusMillis(1)))
                : exists("owner", false);
    }

    private static Instant now(MongoCollection<Document> locks) {
        var clock = locks.findOneAndUpdate(
                eq("_id", CLOCK),
                currentDate("now"),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(clock, "the clock document was deleted")
                .getDate("now")
                .toInstant();
    }
}

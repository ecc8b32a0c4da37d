package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One migrator at a time. Who has it renews it three times per lease; a holder that has died is followed after one lease
 * without anybody's help. All times are the database's, so a wrong clock here changes nothing; a holder that stood still
 * learns it from the time that passed here, before it writes anything.
 */
public final class Lease implements AutoCloseable {

    static final String COLLECTION = "migration_lock";
    static final String LOCK = "lock";
    private static final String CLOCK = "clock";
    private static final Duration LOOK = Duration.ofMillis(250);

    private final MongoCollection<Document> locks;
    private final String owner;
    private final long token;
    private final Duration length;
    private final long waitedMillis;
    private final ScheduledExecutorService renewals;
    private volatile long renewedAt = System.nanoTime();
    private volatile boolean lost;

    private Lease(MongoCollection<Document> locks, String owner, long token, Duration length, long waitedMillis) {
        this.locks = locks;
        this.owner = owner;
        this.token = token;
        this.length = length;
        this.waitedMillis = waitedMillis;
        this.renewals = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("lease").unstarted(task));
        var third = length.toMillis() / 3;
        var unused = renewals.scheduleAtFixedRate(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    /** Waits for a holder that gives no sign of life, and is refused by one that does. */
    public static Lease acquire(Databases databases, String owner, Duration length) {
        var locks = databases.own(COLLECTION);
        DuplicateKeys.insert(locks, new Document("_id", LOCK).append("token", 0L));
        DuplicateKeys.insert(locks, new Document("_id", CLOCK));
        var begun = System.nanoTime();
        var seen = current(locks);
        var first = seen;
        while (true) {
            var taken = isFree(locks, seen) ? take(locks, seen, owner, length) : null;
            if (taken != null) {
                var waited = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                return new Lease(locks, owner, taken.getLong("token"), length, waited);
            }
            pause();
            seen = current(locks);
            if (isHeld(seen) && !Objects.equals(seen.get("renewed_at"), first.get("renewed_at"))) {
                throw Refusal.locked(seen.getString("owner"));
            }
        }
    }

    /** Whoever holds it is told so when it next writes; a token is never given twice. */
    public static boolean release(Databases databases) {
        return databases
                        .own(COLLECTION)
                        .updateOne(
                                and(eq("_id", LOCK), exists("owner")),
                                combine(unset("owner"), unset("renewed_at"), inc("token", 1L)))
                        .getMatchedCount()
                == 1;
    }

    /** The lock as it stands, or null when there never was one. */
    public static @Nullable Document show(Databases databases) {
        return databases.own(COLLECTION).find(eq("_id", LOCK)).first();
    }

    public String owner() {
        return owner;
    }

    public long token() {
        return token;
    }

    public long waitedMillis() {
        return waitedMillis;
    }

    /** To be asked before every write. */
    void check() {
        if (lost || System.nanoTime() - renewedAt > length.toNanos()) {
            throw Refusal.leaseLost();
        }
    }

    private void renew() {
        var asked = System.nanoTime();
        try {
            var mine = and(eq("_id", LOCK), eq("owner", owner), eq("token", token));
            if (locks.updateOne(mine, currentDate("renewed_at")).getMatchedCount() == 1) {
                renewedAt = asked;
            } else {
                lost = true;
            }
        } catch (MongoException notReached) {
            // The lease runs out if this lasts; check() says so.
        }
    }

    @Override
    public void close() {
        renewals.shutdownNow();
        locks.updateOne(
                and(eq("_id", LOCK), eq("owner", owner), eq("token", token)),
                combine(unset("owner"), unset("renewed_at")));
    }

    private static Document current(MongoCollection<Document> locks) {
        return Objects.requireNonNull(locks.find(eq("_id", LOCK)).first(), "the lock document was deleted");
    }

    private static boolean isHeld(Document lock) {
        return lock.getString("owner") != null;
    }

    private static boolean isFree(MongoCollection<Document> locks, Document lock) {
        if (!isHeld(lock)) {
            return true;
        }
        var silent = Duration.between(lock.getDate("renewed_at").toInstant(), now(locks));
        return silent.toMillis() >= lock.getLong("lease_millis");
    }

    private static @Nullable Document take(
            MongoCollection<Document> locks, Document seen, String owner, Duration length) {
        var same = and(eq("_id", LOCK), eq("token", seen.getLong("token")), unrenewedSince(seen));
        var mine = combine(
                set("owner", owner),
                set("lease_millis", length.toMillis()),
                inc("token", 1L),
                currentDate("renewed_at"));
        return locks.findOneAndUpdate(same, mine, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    /** A server may keep times finer than the millisecond it tells. */
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

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.interrupted();
        }
    }
}

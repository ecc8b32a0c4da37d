package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
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
    static final String CLOCK = "clock";
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
    public static Lease acquire(Databases databases, Settings settings) {
        var owner = settings.owner();
        var length = settings.lease();
        var locks = databases.own(COLLECTION);
        var fence = new Ledger(databases).highestFence();
        DuplicateKeys.insert(locks, new Document("_id", LOCK).append("token", fence));
        DuplicateKeys.insert(locks, new Document("_id", CLOCK));
        var begun = System.nanoTime();
        var seen = Locks.current(locks, fence);
        var first = seen;
        while (true) {
            var free = Locks.isFree(locks, seen) || Locks.isSilent(first, seen, System.nanoTime() - begun);
            var taken = free ? Locks.take(locks, seen, owner, length) : null;
            if (taken != null) {
                var waited = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                return new Lease(locks, owner, taken.getLong("token"), length, waited);
            }
            pause(settings, seen, begun);
            seen = Locks.current(locks, fence);
            if (Locks.isHeld(seen) && !Objects.equals(seen.get("renewed_at"), first.get("renewed_at"))) {
                throw Refusal.locked(seen.getString("owner"));
            }
        }
    }

    /** Whoever holds it learns it at the next write; a token is never given twice. */
    public static boolean release(Databases databases) {
        var locks = databases.own(COLLECTION);
        if (Locks.repair(locks, new Ledger(databases).highestFence())) {
            return true;
        }
        return locks.updateOne(
                                and(eq("_id", LOCK), exists("owner")),
                                combine(unset("owner"), unset("renewed_at"), inc("token", 1L)))
                        .getMatchedCount()
                == 1;
    }

    /** The lock as it is, or null when there never was one. */
    public static @Nullable Document show(Databases databases) {
        return Locks.find(databases.own(COLLECTION));
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

    /** To be asked before every write: a lock that was released has no holder. */
    void check() {
        var isMine = locks.countDocuments(mine()) == 1;
        if (lost || !isMine || System.nanoTime() - renewedAt > length.toNanos()) {
            throw Refusal.leaseLost();
        }
    }

    private void renew() {
        var asked = System.nanoTime();
        try {
            if (locks.updateOne(mine(), currentDate("renewed_at")).getMatchedCount() == 1) {
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
        locks.updateOne(mine(), combine(unset("owner"), unset("renewed_at")));
    }

    private Bson mine() {
        return and(eq("_id", LOCK), eq("owner", owner), eq("token", token));
    }

    private static void pause(Settings settings, Document seen, long begun) {
        if (settings.stop().get()) {
            throw Refusal.interrupted();
        }
        var waited = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        settings.progress()
                .at(
                        "waiting for a sign of life of " + seen.getString("owner"),
                        waited,
                        settings.lease().toSeconds());
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.interrupted();
        }
    }

    /** Who has it and has given a sign of life within its lease; null when anybody may take it. */
    public static @Nullable String holder(Databases databases) {
        var lock = show(databases);
        return lock == null || Locks.isFree(databases.own(COLLECTION), lock) ? null : lock.getString("owner");
    }
}

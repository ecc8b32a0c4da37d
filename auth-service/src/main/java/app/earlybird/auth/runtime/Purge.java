package app.earlybird.auth.runtime;

import app.earlybird.auth.session.application.Expiring;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Not the server's TTL, so that it is the same on every server; no answer depends on whether it ran. */
@Singleton
class Purge {

    private final List<Expiring> collections;
    private final Clock clock;

    Purge(@All List<Expiring> collections, Clock clock) {
        this.collections = collections;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expired() {
        return Multi.createFrom()
                .iterable(collections)
                .onItem()
                .transformToUniAndConcatenate(collection -> collection.purge(Instant.now(clock)))
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("Expired sessions and counters were not removed: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}

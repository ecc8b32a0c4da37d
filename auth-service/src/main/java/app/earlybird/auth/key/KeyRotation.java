package app.earlybird.auth.key;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Every instance looks; the number of the key decides who makes it. */
@ApplicationScoped
class KeyRotation {

    private final SigningKeys keys;

    KeyRotation(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> check() {
        return keys.rotateWhenDue()
                .invoke(made -> {
                    if (made) {
                        Log.info("The signing key has served its period; the next one waits");
                    }
                })
                .onFailure()
                .invoke(failure -> Log.warnf("Keys not checked: %s", failure.toString()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}

package app.earlybird.auth.throttle.application;

import app.earlybird.auth.throttle.domain.Failures;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Counted attempts. */
public interface Attempts {

    /** None when nothing is stored. */
    Uni<Failures> of(String key);

    /** Fails with StaleVersion when another attempt was counted since this was read. */
    Uni<Void> store(Failures failures);

    /** The count after it. */
    Uni<Integer> add(String key, int more, Instant forgottenAt);

    Uni<Void> forget(String key);
}

package app.earlybird.auth.session.application;

import app.earlybird.auth.session.domain.Failures;
import app.earlybird.kit.usecase.AggregateStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Counted attempts: failures of an account, and plain counters of a window. */
public interface Attempts extends AggregateStore<Failures, Void> {

    /** The count after it. */
    Uni<Integer> add(String key, int more, Instant forgottenAt);

    Uni<Void> delete(String key);
}

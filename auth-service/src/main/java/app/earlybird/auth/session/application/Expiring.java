package app.earlybird.auth.session.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** A collection whose documents are of no use after their time. */
public interface Expiring {

    /** Removes what expired before now; says how many. */
    Uni<Long> purge(Instant now);
}

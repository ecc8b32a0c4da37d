package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Session;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sessions of all accounts. */
public interface Sessions {

    Uni<Session> add(Session session);

    /** Null when there is none. */
    Uni<@Nullable Session> withId(String id);

    /** Fails with StaleVersion when the session was rotated since it was read, or has ended. */
    Uni<Session> replace(Session before, Session rotated);

    /** Nothing when it has ended before. */
    Uni<Void> end(String id, String because, Instant now);

    /** By id; those of the account's present epoch that have not ended; some may have expired. */
    Uni<Page<Session>> open(String accountId, long epoch, PageRequest page);
}

package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Secret;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Hashing, off the event loop and bounded: fails with {@code busy} rather than queue without end. */
public interface Passwords {

    enum Verdict {
        WRONG,
        RIGHT,
        /** Right, but kept in a way that is not today's: hash it again. */
        RIGHT_BUT_OLD
    }

    /** Costs the same whether there is a hash of today, one of the monolith's, a marker or nothing. */
    Uni<Verdict> verify(String password, @Nullable Secret secret);

    Uni<String> hash(String password);

    /** The default password and the common ones: they are nobody's own. */
    boolean isKnownToAll(String password);
}

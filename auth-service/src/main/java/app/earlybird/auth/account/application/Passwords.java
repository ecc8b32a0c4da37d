package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Secret;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Hashing, off the event loop and bounded: fails with {@code busy} rather than queue without end. */
public interface Passwords {

    /** Costs the same whether there is a secret, a marker or neither. */
    Uni<Boolean> matches(String password, @Nullable Secret secret);

    Uni<String> hash(String password);

    /** The default password: everybody knows it, so it is nobody's own. */
    boolean isPublished(String password);
}

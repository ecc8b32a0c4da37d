package app.earlybird.auth.account.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Signed access tokens. */
public interface AccessTokens {

    /** Whom a token speaks of; a scope only while the account must change its password. */
    record Subject(
            String id,
            String email,
            String name,
            String role,
            @Nullable String customerId,
            @Nullable String scope) {}

    /**
     * A token and its life.
     *
     * @param expiresIn seconds
     */
    record Token(String value, long expiresIn) {}

    Uni<Token> issue(Subject subject);
}

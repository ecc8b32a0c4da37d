package app.earlybird.auth.session.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Signed access tokens. */
public interface AccessTokens {

    /** Whom a token speaks of. */
    record Subject(String id, String email, String name, Rights rights) {}

    /**
     * What a token opens.
     *
     * @param scope only while the account must change its password
     * @param sessionId null while there is no session to refresh
     */
    record Rights(
            String role,
            @Nullable String customerId,
            @Nullable String scope,
            @Nullable String sessionId) {}

    /**
     * A token and its life.
     *
     * @param expiresIn seconds
     */
    record Token(String value, long expiresIn) {}

    Uni<Token> issue(Subject subject);
}

package app.earlybird.auth.session.domain;

import app.earlybird.auth.account.domain.SecretDigest;
import app.earlybird.kit.domain.Failure;

/**
 * Names a session and proves that its bearer is, or was, the one it was opened for.
 *
 * @param family the same for every token of the session: who knows it has held a real one
 * @param secret of this token alone
 */
public record RefreshToken(String sessionId, String family, String secret) {

    private static final String SEPARATOR = ".";
    private static final int PARTS = 3;

    public static RefreshToken first(String sessionId) {
        return new RefreshToken(sessionId, SecretDigest.newSecret(), SecretDigest.newSecret());
    }

    public RefreshToken next() {
        return new RefreshToken(sessionId, family, SecretDigest.newSecret());
    }

    /** Fails with {@code invalid_refresh_token} when it is of another form. */
    public static RefreshToken read(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != PARTS || parts[0].isEmpty()) {
            throw invalid();
        }
        return new RefreshToken(parts[0], parts[1], parts[2]);
    }

    public String text() {
        return String.join(SEPARATOR, sessionId, family, secret);
    }

    public String familyDigest() {
        return SecretDigest.of(family);
    }

    public String digest() {
        return SecretDigest.of(secret);
    }

    /** Unknown, used, ended and expired are one answer. */
    public static Failure invalid() {
        return new Failure(
                Failure.Kind.UNAUTHENTICATED, "invalid_refresh_token", "This session has ended; log in again");
    }

    @Override
    public String toString() {
        return "RefreshToken[" + sessionId + "]";
    }
}

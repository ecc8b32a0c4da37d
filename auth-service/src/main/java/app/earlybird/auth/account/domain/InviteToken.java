package app.earlybird.auth.account.domain;

import app.earlybird.kit.domain.Failure;

/**
 * Names the account and carries the secret that lets its owner set a password.
 *
 * @param secret kept nowhere but with its bearer
 */
public record InviteToken(String accountId, String secret) {

    private static final String SEPARATOR = ".";

    public static InviteToken next(String accountId) {
        return new InviteToken(accountId, SecretDigest.newSecret());
    }

    /** Fails with {@code invalid_invite} when it is of another form. */
    public static InviteToken read(String text) {
        int cut = text.lastIndexOf(SEPARATOR);
        if (cut < 1) {
            throw invalid();
        }
        return new InviteToken(text.substring(0, cut), text.substring(cut + 1));
    }

    public String text() {
        return accountId + SEPARATOR + secret;
    }

    public String digest() {
        return SecretDigest.of(secret);
    }

    /** Unknown, used, replaced and expired are one answer. */
    public static Failure invalid() {
        return new Failure(Failure.Kind.REFUSED, "invalid_invite", "This invite is not valid; ask for a new one");
    }

    @Override
    public String toString() {
        return "InviteToken[" + accountId + "]";
    }
}

package app.earlybird.auth.account.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One login of an account on one device, kept alive by refresh tokens of which only the newest counts.
 *
 * @param familyDigest of what all its tokens share
 * @param tokenDigest of the newest token
 * @param handover the rotation before, for a bearer whom its answer did not reach
 * @param accountEpoch the account's when it was opened
 * @param endedBecause null while it lives
 */
public record Session(
        String id,
        String accountId,
        String familyDigest,
        String tokenDigest,
        @Nullable Handover handover,
        Times times,
        long accountEpoch,
        @Nullable String endedBecause) {

    /** The token before the newest was used again, long after it was replaced: somebody else has it too. */
    public static final String REUSED = "refresh_token_reused";

    public static final String LOGGED_OUT = "logged_out";

    /** @param usedAt of the last login or refresh */
    public record Times(Instant createdAt, Instant usedAt) {}

    /**
     * Lets the token before the newest have the newest once more, for a few seconds.
     *
     * @param sealedNext the newest token, which only the token before it can unseal
     */
    public record Handover(String previousDigest, String sealedNext, Instant at) {}

    /** How long a session may live: unused, and at all; and how long an answer may be asked for again. */
    public record Life(Duration idle, Duration absolute, Duration grace) {}

    public static Session open(RefreshToken first, Account account, Instant now) {
        return new Session(
                first.sessionId(),
                account.id(),
                first.familyDigest(),
                first.digest(),
                null,
                new Times(now, now),
                account.standing().sessionEpoch(),
                null);
    }

    public Session rotated(RefreshToken next, String sealedNext, Instant now) {
        var used = new Times(times.createdAt(), now);
        var replaced = new Handover(tokenDigest, sealedNext, now);
        return new Session(id, accountId, familyDigest, next.digest(), replaced, used, accountEpoch, null);
    }

    public Instant expiresAt(Life life) {
        var idle = times.usedAt().plus(life.idle());
        var absolute = times.createdAt().plus(life.absolute());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    public boolean livesFor(Account account, Life life, Instant now) {
        return endedBecause == null
                && account.standing().isOpen()
                && account.standing().sessionEpoch() == accountEpoch
                && now.isBefore(expiresAt(life));
    }

    public boolean isOfFamily(RefreshToken token) {
        return SecretDigest.same(familyDigest, token.familyDigest());
    }

    public boolean isNewest(RefreshToken token) {
        return SecretDigest.same(tokenDigest, token.digest());
    }

    /** Whether this is the token just replaced, still within the grace. */
    public boolean mayHaveNewest(RefreshToken token, Life life, Instant now) {
        return handover != null
                && SecretDigest.same(handover.previousDigest(), token.digest())
                && now.isBefore(handover.at().plus(life.grace()));
    }
}

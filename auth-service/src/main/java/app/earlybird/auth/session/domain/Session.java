package app.earlybird.auth.session.domain;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.SecretDigest;
import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One login of an account on one device, kept alive by refresh tokens of which only the newest is valid.
 *
 * @param familyDigest of what all its tokens share
 * @param tokenDigest of the newest token
 * @param previousToken the token before it, for a bearer who did not get the answer
 * @param accountEpoch the account's when the session was opened
 * @param ended null while it lives
 */
public record Session(
        String id,
        String accountId,
        String familyDigest,
        String tokenDigest,
        @Nullable PreviousToken previousToken,
        Times times,
        long accountEpoch,
        @Nullable End ended,
        AggregateMeta meta)
        implements Aggregate {

    /** An old token was used again, long after it was replaced: somebody else has it too. */
    public static final String REUSED = "refresh_token_reused";

    public static final String LOGGED_OUT = "logged_out";

    /** @param usedAt of the last login or refresh */
    public record Times(Instant createdAt, Instant usedAt) {}

    public record End(String because, Instant at) {}

    /**
     * Its bearer may have the newest token once more, for a few seconds.
     *
     * @param encryptedNext the newest token, which only the token before it can decrypt
     */
    public record PreviousToken(String digest, String encryptedNext, Instant replacedAt) {}

    /** How long a session may live: unused, and at all; and how long a lost answer is given again. */
    public record Life(Duration idle, Duration absolute, Duration grace) {}

    /**
     * A refresh as it is tried.
     *
     * @param next the token that follows the presented one, should that be the newest
     */
    public record Refresh(RefreshToken presented, RefreshToken next, String encryptedNext, Instant now) {}

    public static Decision<Session, Void> open(RefreshToken first, Account account, Instant now) {
        return Decision.silent(new Session(
                first.sessionId(),
                account.id(),
                first.familyDigest(),
                first.digest(),
                null,
                new Times(now, now),
                account.status().sessionEpoch(),
                null,
                AggregateMeta.NEW));
    }

    @Override
    public String businessKey() {
        return id;
    }

    /**
     * The newest token is replaced; the one before it changes nothing for a few seconds, because an answer may be lost;
     * any other one proves that two have it, and ends the session for both.
     */
    public Decision<Session, Void> refresh(Refresh refresh, Account account, Life life) {
        if (!livesFor(account, life, refresh.now()) || !isOfFamily(refresh.presented())) {
            throw RefreshToken.invalid();
        }
        if (isNewest(refresh.presented())) {
            return Decision.silent(rotated(refresh));
        }
        return mayHaveNewest(refresh, life) ? Decision.unchanged(this) : end(REUSED, refresh.now());
    }

    public Decision<Session, Void> end(String because, Instant now) {
        return ended != null
                ? Decision.unchanged(this)
                : Decision.silent(new Session(
                        id,
                        accountId,
                        familyDigest,
                        tokenDigest,
                        null,
                        times,
                        accountEpoch,
                        new End(because, now),
                        meta));
    }

    public Instant expiresAt(Life life) {
        var idle = times.usedAt().plus(life.idle());
        var absolute = times.createdAt().plus(life.absolute());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    public boolean isOfFamily(RefreshToken token) {
        return SecretDigest.same(familyDigest, token.familyDigest());
    }

    public boolean isNewest(RefreshToken token) {
        return SecretDigest.same(tokenDigest, token.digest());
    }

    private boolean livesFor(Account account, Life life, Instant now) {
        return ended == null
                && account.status().isOpen()
                && account.status().sessionEpoch() == accountEpoch
                && now.isBefore(expiresAt(life));
    }

    private boolean mayHaveNewest(Refresh refresh, Life life) {
        return previousToken != null
                && SecretDigest.same(previousToken.digest(), refresh.presented().digest())
                && refresh.now().isBefore(previousToken.replacedAt().plus(life.grace()));
    }

    private Session rotated(Refresh refresh) {
        var previous = new PreviousToken(tokenDigest, refresh.encryptedNext(), refresh.now());
        var used = new Times(times.createdAt(), refresh.now());
        return new Session(
                id, accountId, familyDigest, refresh.next().digest(), previous, used, accountEpoch, null, meta);
    }
}

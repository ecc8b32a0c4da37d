package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * How an account that has no password of its own is opened the first time (decision 4).
 *
 * @param byInvite no password at all until an invite is redeemed; else the default one
 * @param life of a first password that somebody else knows
 * @param inviteLife of an invite to an account without a password of its own
 * @param resetLife of an invite to an account that has one
 */
public record FirstSecretPolicy(boolean byInvite, Duration life, Duration inviteLife, Duration resetLife) {

    /** Of a provisioned customer. */
    public Secret provisioned(Instant now) {
        return byInvite ? Secret.none() : Secret.defaultPassword(now.plus(life));
    }

    Instant inviteEnds(Secret current, Instant now) {
        return now.plus(current.mustChange() ? inviteLife : resetLife);
    }
}

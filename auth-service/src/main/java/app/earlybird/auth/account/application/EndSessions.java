package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.RefreshToken;
import app.earlybird.auth.account.domain.Session;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Ends sessions before their time. An access token that is out already dies with its minutes. */
@ApplicationScoped
public class EndSessions {

    private final Sessions sessions;
    private final Accounts accounts;
    private final Clock clock;

    EndSessions(Sessions sessions, Accounts accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Says nothing of a token that is unknown or ended: it is out of use either way (RFC 7009). */
    public Uni<Void> logOut(String token) {
        return Uni.createFrom()
                .item(() -> RefreshToken.read(token))
                .flatMap(presented -> sessions.withId(presented.sessionId())
                        .flatMap(session -> session != null && session.isOfFamily(presented)
                                ? sessions.end(session.id(), Session.LOGGED_OUT, Instant.now(clock))
                                : Uni.createFrom().voidItem()))
                .onFailure(EndSessions::isInvalidToken)
                .recoverWithNull();
    }

    /** One of one's own. */
    public Uni<Void> one(String accountId, String sessionId) {
        return sessions.withId(sessionId)
                .map(session -> session != null && session.accountId().equals(accountId) ? session : null)
                .plug(orFail(AccountRefused::notYourSession))
                .flatMap(session -> sessions.end(session.id(), Session.LOGGED_OUT, Instant.now(clock)));
    }

    /** One's own, or those of another for an admin. */
    public Uni<Void> all(String accountId) {
        return Retrying.whileStale(() -> accounts.withId(accountId)
                        .plug(orFail(AccountRefused::gone))
                        .map(Account::withoutSessions)
                        .flatMap(accounts::store))
                .replaceWithVoid();
    }

    private static boolean isInvalidToken(Throwable failure) {
        return failure instanceof Failure refused
                && refused.code().equals(RefreshToken.invalid().code());
    }
}

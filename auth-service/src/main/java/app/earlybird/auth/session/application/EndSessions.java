package app.earlybird.auth.session.application;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.session.domain.RefreshToken;
import app.earlybird.auth.session.domain.Session;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Ends sessions before their time. An access token that was issued dies with its minutes. */
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

    /** Answers the same for a token that is unknown or ended: it is out of use either way (RFC 7009). */
    public Uni<Void> logOut(String token) {
        return Uni.createFrom()
                .item(() -> RefreshToken.read(token))
                .flatMap(presented -> sessions.findById(presented.sessionId(), Visibility.ALL)
                        .flatMap(session -> session != null && session.isOfFamily(presented)
                                ? end(session.id(), Visibility.ALL)
                                : Uni.createFrom().voidItem()))
                .onFailure(EndSessions::isInvalidToken)
                .recoverWithNull();
    }

    /** One of one's own. */
    public Uni<Void> endOne(String accountId, String sessionId) {
        return end(sessionId, Visibility.only("user_id", accountId));
    }

    /** One's own, or those of another for an admin. */
    public Uni<Void> endAll(String accountId) {
        return accounts.update(accountId, Visibility.ALL, Account::endSessions).replaceWithVoid();
    }

    private Uni<Void> end(String sessionId, Visibility who) {
        return sessions.update(sessionId, who, session -> session.end(Session.LOGGED_OUT, Instant.now(clock)))
                .replaceWithVoid();
    }

    private static boolean isInvalidToken(Throwable failure) {
        return failure instanceof Failure refused
                && refused.code().equals(RefreshToken.invalid().code());
    }
}

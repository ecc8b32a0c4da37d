package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.RefreshToken;
import app.earlybird.auth.account.domain.Session;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * A refresh token is good once. The one before the newest gets the newest again for a few seconds, because an answer may
 * be lost; after that, and for any older one, its use proves that two hold it, and the session ends for both.
 */
@ApplicationScoped
public class RefreshSession {

    private final Sessions sessions;
    private final Accounts accounts;
    private final OpenSession openSession;
    private final Seals seals;
    private final Session.Life life;
    private final Clock clock;

    RefreshSession(
            Sessions sessions,
            Accounts accounts,
            OpenSession openSession,
            Seals seals,
            Session.Life life,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.openSession = openSession;
        this.seals = seals;
        this.life = life;
        this.clock = clock;
    }

    /** Fails with {@code invalid_refresh_token}. */
    public Uni<OpenSession.Opened> handle(String token) {
        var presented = RefreshToken.read(token);
        return Retrying.whileStale(() -> sessions.withId(presented.sessionId())
                .plug(orFail(RefreshToken::invalid))
                .flatMap(session -> accounts.withId(session.accountId())
                        .plug(orFail(RefreshToken::invalid))
                        .flatMap(account -> decide(session, account, presented))));
    }

    private Uni<OpenSession.Opened> decide(Session session, Account account, RefreshToken presented) {
        var now = Instant.now(clock);
        if (!session.livesFor(account, life, now) || !session.isOfFamily(presented)) {
            return Uni.createFrom().failure(RefreshToken.invalid());
        }
        if (session.isNewest(presented)) {
            return rotate(session, account, presented, now);
        }
        var handover = session.handover();
        if (handover != null && session.mayHaveNewest(presented, life, now)) {
            var newest = RefreshToken.read(seals.unseal(presented.secret(), handover.sealedNext()));
            return openSession.resume(account, session, newest);
        }
        return sessions.end(session.id(), Session.REUSED, now)
                .chain(() -> Uni.createFrom().failure(RefreshToken.invalid()));
    }

    private Uni<OpenSession.Opened> rotate(Session session, Account account, RefreshToken presented, Instant now) {
        var next = presented.next();
        var rotated = session.rotated(next, seals.seal(presented.secret(), next.text()), now);
        return sessions.replace(session, rotated).flatMap(stored -> openSession.resume(account, stored, next));
    }
}

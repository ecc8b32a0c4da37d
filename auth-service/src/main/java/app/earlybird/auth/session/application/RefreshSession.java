package app.earlybird.auth.session.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.session.domain.RefreshToken;
import app.earlybird.auth.session.domain.Session;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.CallLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** A refresh token is valid once: the session decides what its use means. */
@ApplicationScoped
public class RefreshSession {

    private final Sessions sessions;
    private final Accounts accounts;
    private final OpenSession openSession;
    private final TokenEncryption encryption;
    private final CallLimits limits;
    private final Clock clock;

    RefreshSession(
            Sessions sessions,
            Accounts accounts,
            OpenSession openSession,
            TokenEncryption encryption,
            CallLimits limits,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.openSession = openSession;
        this.encryption = encryption;
        this.limits = limits;
        this.clock = clock;
    }

    /** Fails with {@code invalid_refresh_token}. */
    public Uni<OpenSession.Opened> handle(String token) {
        var presented = RefreshToken.read(token);
        return sessions.findById(presented.sessionId(), Visibility.ALL)
                .plug(orFail(RefreshToken::invalid))
                .invoke(session -> mustNotBeTooOften(session, presented))
                .flatMap(session -> accounts.findById(session.accountId(), Visibility.ALL))
                .plug(orFail(RefreshToken::invalid))
                .flatMap(account -> refresh(account, presented));
    }

    /** Only who has held a token of the session counts: nobody else may use up what its owner may do. */
    private void mustNotBeTooOften(Session session, RefreshToken presented) {
        if (session.isOfFamily(presented)) {
            limits.take("refresh", session.id());
        }
    }

    private Uni<OpenSession.Opened> refresh(Account account, RefreshToken presented) {
        var next = presented.next();
        var encryptedNext = encryption.encrypt(presented.secret(), next.text());
        var refresh = new Session.Refresh(presented, next, encryptedNext, Instant.now(clock));
        return sessions.update(
                        presented.sessionId(),
                        Visibility.ALL,
                        session -> session.refresh(refresh, account, openSession.life()))
                .flatMap(updated -> openSession.resume(account, updated.state(), newest(updated.state(), refresh)));
    }

    private RefreshToken newest(Session session, Session.Refresh refresh) {
        var previous = session.previousToken();
        if (session.ended() != null || previous == null) {
            throw RefreshToken.invalid();
        }
        return session.isNewest(refresh.next())
                ? refresh.next()
                : RefreshToken.read(encryption.decrypt(refresh.presented().secret(), previous.encryptedNext()));
    }
}

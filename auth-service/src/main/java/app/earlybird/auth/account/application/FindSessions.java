package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Session;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Where an account is logged in. */
@ApplicationScoped
public class FindSessions {

    /** A session and when it will end unless it is used. */
    public record Seen(Session session, Instant expiresAt) {}

    private final Sessions sessions;
    private final Accounts accounts;
    private final Session.Life life;

    FindSessions(Sessions sessions, Accounts accounts, Session.Life life) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.life = life;
    }

    public Uni<Page<Seen>> handle(String accountId, PageRequest page) {
        return accounts.withId(accountId)
                .plug(orFail(AccountRefused::gone))
                .flatMap(account -> sessions.open(accountId, account.standing().sessionEpoch(), page))
                .map(found -> found.map(session -> new Seen(session, session.expiresAt(life))));
    }
}

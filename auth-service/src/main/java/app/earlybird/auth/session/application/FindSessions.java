package app.earlybird.auth.session.application;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.session.domain.Session;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
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
        return accounts.getById(accountId, Visibility.ALL)
                .flatMap(
                        account -> sessions.listOpen(accountId, account.status().sessionEpoch(), page))
                .map(found -> found.map(session -> new Seen(session, session.expiresAt(life))));
    }
}

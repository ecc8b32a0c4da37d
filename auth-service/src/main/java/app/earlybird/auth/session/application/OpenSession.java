package app.earlybird.auth.session.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.session.domain.RefreshToken;
import app.earlybird.auth.session.domain.Session;
import app.earlybird.contracts.TokenClaims;
import app.earlybird.kit.domain.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For somebody who has just proven who they are. */
@ApplicationScoped
public class OpenSession {

    /**
     * Who it is, and what opens the other routes.
     *
     * @param refresh null while the account must change its password first
     */
    public record Opened(
            Account account,
            AccessTokens.Token access,
            @Nullable Refresh refresh) {}

    /** The token that gets the next pair, and its life. */
    public record Refresh(RefreshToken token, Duration life) {}

    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Session.Life life;
    private final Clock clock;

    OpenSession(Sessions sessions, AccessTokens tokens, Session.Life life, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.life = life;
        this.clock = clock;
    }

    Session.Life life() {
        return life;
    }

    Uni<Opened> handle(Account account) {
        if (account.secret().mustChange()) {
            return access(account, null).map(access -> new Opened(account, access, null));
        }
        var first = RefreshToken.first(Ids.next());
        var opened = Session.open(first, account, Instant.now(clock));
        return sessions.insert(opened).chain(() -> resume(account, opened.state(), first));
    }

    /** The same session goes on, with this token as its newest. */
    Uni<Opened> resume(Account account, Session session, RefreshToken newest) {
        var left = Duration.between(Instant.now(clock), session.expiresAt(life));
        return access(account, session.id()).map(access -> new Opened(account, access, new Refresh(newest, left)));
    }

    private Uni<AccessTokens.Token> access(Account account, @Nullable String sessionId) {
        var scope = account.secret().mustChange() ? TokenClaims.PASSWORD_CHANGE : null;
        var rights = new AccessTokens.Rights(account.role(), account.customerId(), scope, sessionId);
        var profile = account.profile();
        return tokens.issue(
                new AccessTokens.Subject(account.id(), account.email().typed(), profile.name(), rights));
    }
}

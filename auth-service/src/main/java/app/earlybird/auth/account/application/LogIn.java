package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.contracts.TokenClaims;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
public class LogIn {

    public record Command(String email, String password) {
        @Override
        public String toString() {
            return "Command[email, password]";
        }
    }

    /** Who logged in, and with what. */
    public record Session(Account account, AccessTokens.Token token) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Clock clock;

    LogIn(Accounts accounts, Passwords passwords, AccessTokens tokens, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Uni<Session> handle(Command command) {
        return accounts.withEmail(new Email(command.email()))
                .map(Optional::ofNullable)
                .flatMap(found -> prove(found, command.password()))
                .flatMap(this::open);
    }

    /** A session for somebody who has just proven who they are. */
    Uni<Session> open(Account account) {
        var subject = new AccessTokens.Subject(
                account.id(),
                account.email().typed(),
                account.profile().name(),
                account.role(),
                account.customerId(),
                account.secret().mustChange() ? TokenClaims.PASSWORD_CHANGE : null);
        return tokens.issue(subject).map(token -> new Session(account, token));
    }

    private Uni<Account> prove(Optional<Account> found, String password) {
        var now = Instant.now(clock);
        return passwords
                .matches(password, found.map(Account::secret).orElse(null))
                .map(matches -> found.filter(account ->
                                matches && account.active() && account.secret().isUsableAt(now))
                        .orElseThrow(AccountRefused::credentials));
    }
}

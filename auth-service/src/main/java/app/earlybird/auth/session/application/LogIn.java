package app.earlybird.auth.session.application;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.application.Passwords;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
public class LogIn {

    /** @param address where the attempt comes from, as the gateway saw it */
    public record Command(Email email, String password, String address) {

        @Override
        public String toString() {
            return "Command[email, password, address]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final OpenSession openSession;
    private final Clock clock;

    LogIn(Accounts accounts, Passwords passwords, LoginThrottle throttle, OpenSession openSession, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.openSession = openSession;
        this.clock = clock;
    }

    /** Wrong, unknown, inactive and expired are refused with one answer, after the same number of attempts. */
    public Uni<OpenSession.Opened> handle(Command command) {
        var attempt = new LoginThrottle.Attempt(command.email().normalised(), command.address());
        return throttle.guard(attempt, () -> proven(command)).flatMap(openSession::handle);
    }

    /** Fails with {@code invalid_credentials}. */
    private Uni<Account> proven(Command command) {
        return accounts.findByEmail(command.email())
                .map(Optional::ofNullable)
                .flatMap(found -> passwords
                        .verify(command.password(), found.map(Account::secret).orElse(null))
                        .flatMap(verdict -> admitted(found, verdict, command.password())));
    }

    private Uni<Account> admitted(Optional<Account> found, Passwords.Verdict verdict, String password) {
        var now = Instant.now(clock);
        var account = found.filter(known -> verdict != Passwords.Verdict.WRONG)
                .filter(known -> known.status().isOpen() && known.secret().isUsableAt(now))
                .orElseThrow(AccountRefused::credentials);
        return verdict == Passwords.Verdict.RIGHT_BUT_OLD
                ? rehashed(account, password)
                : Uni.createFrom().item(account);
    }

    /** In the same step; somebody who has changed the secret meanwhile has hashed it, or set another password. */
    private Uni<Account> rehashed(Account account, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> accounts.update(
                        account.id(), Visibility.ALL, current -> current.rehash(account.secret(), hash)))
                .map(Updated::state);
    }
}

package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.throttle.application.LoginThrottle;
import app.earlybird.kit.domain.StaleVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Wrong, unknown, inactive and expired are refused alike, after as many attempts alike. */
    public Uni<OpenSession.Opened> handle(Command command) {
        var attempt = new LoginThrottle.Attempt(command.email().normalised(), command.address());
        return throttle.guard(attempt, () -> proven(command)).flatMap(openSession::handle);
    }

    /** Null is no. */
    private Uni<@Nullable Account> proven(Command command) {
        return accounts.withEmail(command.email())
                .map(Optional::ofNullable)
                .flatMap(found -> passwords
                        .verify(command.password(), found.map(Account::secret).orElse(null))
                        .flatMap(verdict -> admitted(found, verdict, command.password())));
    }

    private Uni<@Nullable Account> admitted(Optional<Account> found, Passwords.Verdict verdict, String password) {
        var now = Instant.now(clock);
        var account = found.filter(known -> verdict != Passwords.Verdict.WRONG)
                .filter(known -> known.standing().isOpen() && known.secret().isUsableAt(now))
                .orElseThrow(AccountRefused::credentials);
        return verdict == Passwords.Verdict.RIGHT_BUT_OLD
                ? rehashed(account, password)
                : Uni.createFrom().item(account);
    }

    /** In the same step. Somebody who changed the account meanwhile has hashed it, or set another password. */
    private Uni<Account> rehashed(Account account, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> accounts.store(account.rehashed(hash)))
                .onFailure(StaleVersion.class)
                .recoverWithUni(
                        () -> accounts.withId(account.id()).onItem().ifNull().failWith(AccountRefused::credentials));
    }
}

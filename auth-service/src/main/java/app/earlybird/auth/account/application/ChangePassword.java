package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.throttle.application.LoginThrottle;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class ChangePassword {

    public record Command(String accountId, String current, String wanted, String address) {

        @Override
        public String toString() {
            return "Command[accountId, current, wanted, address]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final LoginThrottle throttle;
    private final OpenSession openSession;

    ChangePassword(
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            LoginThrottle throttle,
            OpenSession openSession) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.throttle = throttle;
        this.openSession = openSession;
    }

    /** Ends every session of the account; the answer is a new one. Guessing the current password counts as a login. */
    public Uni<OpenSession.Opened> handle(Command command) {
        return accounts.withId(command.accountId())
                .plug(orFail(AccountRefused::gone))
                .invoke(account -> check(command, account))
                .map(account -> new LoginThrottle.Attempt(account.email().normalised(), command.address()))
                .flatMap(attempt -> throttle.guard(attempt, () -> Retrying.whileStale(() -> change(command))))
                .flatMap(openSession::handle);
    }

    private void check(Command command, Account account) {
        rules.check("new_password", command.wanted(), account.email(), account.profile());
        if (command.wanted().equals(command.current())) {
            throw Failure.invalid("new_password", "must differ from the password it replaces");
        }
    }

    private Uni<Account> change(Command command) {
        return accounts.withId(command.accountId())
                .plug(orFail(AccountRefused::gone))
                .call(account -> passwords
                        .verify(command.current(), account.secret())
                        .invoke(verdict -> mustBeRight(account, verdict)))
                .flatMap(account -> passwords.hash(command.wanted()).map(account::withOwnPassword))
                .flatMap(accounts::store);
    }

    private static void mustBeRight(Account account, Passwords.Verdict verdict) {
        if (!account.standing().isOpen()) {
            throw AccountRefused.inactive();
        }
        if (verdict == Passwords.Verdict.WRONG) {
            throw AccountRefused.wrongCurrentPassword();
        }
    }
}

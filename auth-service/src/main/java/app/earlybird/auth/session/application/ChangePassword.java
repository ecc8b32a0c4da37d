package app.earlybird.auth.session.application;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.application.PasswordRules;
import app.earlybird.auth.account.application.Passwords;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
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

    /** Ends every session of the account and opens a new one. A wrong current password counts as a failed login. */
    public Uni<OpenSession.Opened> handle(Command command) {
        return accounts.getById(command.accountId(), Visibility.ALL)
                .invoke(account -> check(command, account))
                .map(account -> new LoginThrottle.Attempt(account.email().normalised(), command.address()))
                .flatMap(attempt -> throttle.guard(attempt, () -> change(command)))
                .flatMap(openSession::handle);
    }

    private void check(Command command, Account account) {
        rules.check("new_password", command.wanted(), account.email(), account.profile());
        if (command.wanted().equals(command.current())) {
            throw Failure.invalid("new_password", "must differ from the password it replaces");
        }
    }

    private Uni<Account> change(Command command) {
        return accounts.getById(command.accountId(), Visibility.ALL)
                .map(Account::secret)
                .call(secret -> passwords.verify(command.current(), secret).invoke(ChangePassword::mustBeRight))
                .flatMap(verified -> passwords
                        .hash(command.wanted())
                        .flatMap(hash -> accounts.update(
                                command.accountId(),
                                Visibility.ALL,
                                account -> account.changePassword(verified, hash))))
                .map(Updated::state);
    }

    private static void mustBeRight(Passwords.Verdict verdict) {
        if (verdict == Passwords.Verdict.WRONG) {
            throw AccountRefused.wrongCurrentPassword();
        }
    }
}

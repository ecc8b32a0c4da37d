package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.PasswordPolicy;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class ChangePassword {

    public record Command(String accountId, String current, String wanted) {
        @Override
        public String toString() {
            return "Command[accountId, current, wanted]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final LogIn logIn;

    ChangePassword(Accounts accounts, Passwords passwords, LogIn logIn) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.logIn = logIn;
    }

    /** The answer is a new session: the old token may still say that the password must be changed. */
    public Uni<LogIn.Session> handle(Command command) {
        PasswordPolicy.check(
                "new_password", command.wanted(), command.current(), passwords.isPublished(command.wanted()));
        return Retrying.whileStale(() -> change(command)).flatMap(logIn::open);
    }

    private Uni<Account> change(Command command) {
        return accounts.withId(command.accountId())
                .plug(orFail(AccountRefused::gone))
                .call(account ->
                        passwords.matches(command.current(), account.secret()).invoke(ChangePassword::mustMatch))
                .flatMap(account -> passwords.hash(command.wanted()).map(account::withOwnPassword))
                .flatMap(accounts::replaceSecret);
    }

    private static void mustMatch(boolean matches) {
        if (!matches) {
            throw AccountRefused.wrongCurrentPassword();
        }
    }
}

package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.PasswordPolicy;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** An admin makes a login for a member of staff; it must set its own password at first use. */
@ApplicationScoped
public class CreateStaff {

    public record Command(
            String email,
            Account.Profile profile,
            String role,
            String firstPassword,
            @Nullable String customerId) {
        @Override
        public String toString() {
            return "Command[email, profile, role]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;

    CreateStaff(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public Uni<Account> handle(Command command) {
        if (command.customerId() != null) {
            throw AccountRefused.linkedFromCustomerSide();
        }
        if (new Email(command.email()).isReserved()) {
            throw Failure.invalid("email", "is of the domain of customers' logins");
        }
        if (!Roles.STAFF.contains(command.role())) {
            throw Failure.invalid("role", "must be one of " + String.join(", ", Roles.STAFF));
        }
        var first = command.firstPassword();
        PasswordPolicy.check("password", first, command.email(), passwords.isPublished(first));
        return passwords
                .hash(first)
                .map(hash ->
                        Account.staff(Ids.next(), new Email(command.email()), command.profile(), command.role(), hash))
                .flatMap(accounts::add);
    }
}

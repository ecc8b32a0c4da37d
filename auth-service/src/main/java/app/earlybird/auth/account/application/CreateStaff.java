package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.InviteToken;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An admin makes a login for a member of staff, who sets a password at first use. */
@ApplicationScoped
public class CreateStaff {

    /** @param firstPassword one to be changed at first use; without one there is an invite */
    public record Command(
            String email,
            Account.Profile profile,
            String role,
            @Nullable String firstPassword,
            @Nullable String customerId) {

        @Override
        public String toString() {
            return "Command[email, profile, role]";
        }
    }

    /** @param invite null when there is a first password */
    public record Created(Account account, IssueInvite.@Nullable Issued invite) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final IssueInvite issueInvite;
    private final FirstSecretPolicy policy;
    private final Clock clock;

    CreateStaff(
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            IssueInvite issueInvite,
            FirstSecretPolicy policy,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.issueInvite = issueInvite;
        this.policy = policy;
        this.clock = clock;
    }

    public Uni<Created> handle(Command command) {
        mustBeAllowed(command);
        var password = command.firstPassword();
        return password == null ? invited(command) : withPassword(command, password);
    }

    private Uni<Created> withPassword(Command command, String password) {
        if (policy.byInvite()) {
            throw AccountRefused.noPasswordsByInvite();
        }
        rules.check("password", password, new Email(command.email()), command.profile());
        return passwords
                .hash(password)
                .map(hash -> Secret.first(hash, Instant.now(clock).plus(policy.life())))
                .flatMap(secret -> inserted(account(command, Ids.next(), secret)))
                .map(account -> new Created(account, null));
    }

    private Uni<Created> invited(Command command) {
        var token = InviteToken.next(Ids.next());
        var account = account(command, token.accountId(), Secret.none());
        var invited = account.invited(issueInvite.invite(token, account.secret()));
        return inserted(invited).map(added -> new Created(added, issueInvite.issued(added, token)));
    }

    private Uni<Account> inserted(Account account) {
        return accounts.insert(Decision.silent(account)).map(inserted -> {
            if (!inserted) {
                throw AccountRefused.emailTaken();
            }
            return account;
        });
    }

    private static Account account(Command command, String id, Secret secret) {
        return Account.staff(id, new Email(command.email()), command.profile(), command.role(), secret);
    }

    private static void mustBeAllowed(Command command) {
        if (command.customerId() != null) {
            throw AccountRefused.linkedFromCustomerSide();
        }
        if (new Email(command.email()).isReserved()) {
            throw Failure.invalid("email", "is in the domain that is reserved for the logins of customers");
        }
        if (!Roles.STAFF.contains(command.role())) {
            throw Failure.invalid("role", "must be one of " + String.join(", ", Roles.STAFF));
        }
    }
}

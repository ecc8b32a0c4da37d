package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.InviteToken;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Staff never choose a customer's password: they ask for an invite, which is shown to them once, and with which its
 * owner sets a password. For an account that has a password this is the reset, and lives minutes instead of days.
 */
@ApplicationScoped
public class Invites {

    /** What the member of staff who asked hands on. */
    public record Issued(InviteToken token, Instant expiresAt) {}

    public record Redemption(String token, String wanted) {

        @Override
        public String toString() {
            return "Redemption[token, wanted]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OpenSession openSession;
    private final FirstSecretPolicy policy;
    private final Clock clock;

    Invites(
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            OpenSession openSession,
            FirstSecretPolicy policy,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.openSession = openSession;
        this.policy = policy;
        this.clock = clock;
    }

    /** Replaces the one before, which is dead then. Not for oneself: that takes the current password. */
    public Uni<Issued> issue(String accountId, Actor staff) {
        if (staff.id().equals(accountId)) {
            throw AccountRefused.ownAccount();
        }
        var token = InviteToken.next(accountId);
        return Retrying.whileStale(() -> accounts.withId(accountId)
                        .plug(orFail(AccountRefused::gone))
                        .invoke(account -> mustBeInvitable(account, staff))
                        .map(account -> account.invited(invite(token, account.secret())))
                        .flatMap(accounts::store))
                .map(account -> issued(account, token));
    }

    /** One of many who try at once; the others find it used. */
    public Uni<OpenSession.Opened> redeem(Redemption redemption) {
        var token = InviteToken.read(redemption.token());
        return Retrying.whileStale(() -> accounts.withId(token.accountId())
                        .map(account -> opened(account, token))
                        .invoke(account ->
                                rules.check("new_password", redemption.wanted(), account.email(), account.profile()))
                        .flatMap(account -> passwords.hash(redemption.wanted()).map(account::withOwnPassword))
                        .flatMap(accounts::store))
                .flatMap(openSession::handle);
    }

    Secret.Invite invite(InviteToken token, Secret current) {
        return new Secret.Invite(token.digest(), policy.inviteEnds(current, Instant.now(clock)));
    }

    Issued issued(Account account, InviteToken token) {
        return Optional.ofNullable(account.secret().invite())
                .map(invite -> new Issued(token, invite.expiresAt()))
                .orElseThrow();
    }

    private Account opened(@Nullable Account account, InviteToken token) {
        return Optional.ofNullable(account)
                .filter(known -> known.standing().isOpen())
                .filter(known -> Optional.ofNullable(known.secret().invite())
                        .filter(invite -> invite.opens(token.digest(), Instant.now(clock)))
                        .isPresent())
                .orElseThrow(InviteToken::invalid);
    }

    private static void mustBeInvitable(Account account, Actor staff) {
        if (!staff.is(Roles.ADMIN) && !account.role().equals(Roles.CUSTOMER)) {
            throw AccountRefused.onlyCustomers();
        }
        if (!account.standing().isOpen()) {
            throw AccountRefused.inactive();
        }
    }
}

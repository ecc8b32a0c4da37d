package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.InviteToken;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Staff never choose a customer's password: they request an invite, which is shown to them once, and with which the owner
 * of the account sets a password. For an account that has a password this is the reset, and lives minutes, not days.
 */
@ApplicationScoped
public class IssueInvite {

    /** For the member of staff who requested it, to pass on. */
    public record Issued(InviteToken token, Instant expiresAt) {}

    private final Accounts accounts;
    private final FirstSecretPolicy policy;
    private final Clock clock;

    IssueInvite(Accounts accounts, FirstSecretPolicy policy, Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.clock = clock;
    }

    /** Replaces the one before, which is invalid from then on. Not for oneself: that needs the current password. */
    public Uni<Issued> handle(String accountId, Actor staff) {
        if (staff.id().equals(accountId)) {
            throw AccountRefused.ownAccount();
        }
        var token = InviteToken.next(accountId);
        return accounts.update(accountId, Visibility.ALL, account -> {
                    mustBeInvitable(account, staff);
                    return Decision.silent(account.invited(invite(token, account.secret())));
                })
                .map(updated -> issued(updated.state(), token));
    }

    Secret.Invite invite(InviteToken token, Secret current) {
        return new Secret.Invite(token.digest(), policy.inviteEnds(current, Instant.now(clock)));
    }

    Issued issued(Account account, InviteToken token) {
        return Optional.ofNullable(account.secret().invite())
                .map(invite -> new Issued(token, invite.expiresAt()))
                .orElseThrow();
    }

    private static void mustBeInvitable(Account account, Actor staff) {
        if (!staff.is(Roles.ADMIN) && !account.role().equals(Roles.CUSTOMER)) {
            throw AccountRefused.onlyCustomers();
        }
        if (!account.status().isOpen()) {
            throw AccountRefused.inactive();
        }
    }
}

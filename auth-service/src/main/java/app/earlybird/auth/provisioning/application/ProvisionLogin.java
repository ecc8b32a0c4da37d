package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.application.FirstSecretLife;
import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.account.application.Logins;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.provisioning.domain.CustomerState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes the login of a customer from any state of it that was not seen yet. Nothing that exists is ever overwritten: an
 * account in the way is a conflict, and is answered as one.
 */
@ApplicationScoped
public class ProvisionLogin {

    private final Logins logins;
    private final Conflicts conflicts;
    private final FirstSecretLife firstSecretLife;
    private final Clock clock;

    ProvisionLogin(Logins logins, Conflicts conflicts, FirstSecretLife firstSecretLife, Clock clock) {
        this.logins = logins;
        this.conflicts = conflicts;
        this.firstSecretLife = firstSecretLife;
        this.clock = clock;
    }

    /** True when it changed something, false when this state or a newer one was seen before. */
    public Uni<Boolean> handle(CustomerState state) {
        return logins.withId(state.userId()).flatMap(found -> found == null ? create(state) : meet(found, state));
    }

    private Uni<Boolean> create(CustomerState state) {
        var profile = new Account.Profile(state.name(), state.phone());
        var expires = Instant.now(clock).plus(firstSecretLife.value());
        var account = Account.ofCustomer(state.userId(), state.customerId(), profile, expires);
        var created = LoginProvisioned.created(state.customerId(), state.userId(), state.sequence());
        return logins.add(account, created).flatMap(added -> added ? done() : lost(state));
    }

    /** Somebody was faster: the same login by another instance, or an account in the way. */
    private Uni<Boolean> lost(CustomerState state) {
        return logins.withId(state.userId())
                .flatMap(found -> found == null ? conflict(state, "login_taken") : meet(found, state));
    }

    private Uni<Boolean> meet(Account found, CustomerState state) {
        return found.isLinkedTo(state.customerId())
                ? logins.refresh(found.renamed(state.name(), state.phone()), state.sequence())
                : conflict(state, "user_not_linkable");
    }

    private Uni<Boolean> conflict(CustomerState state, String code) {
        return conflicts.add(LoginProvisioned.conflict(state.customerId(), state.userId(), code, state.sequence()));
    }

    private static Uni<Boolean> done() {
        return Uni.createFrom().item(true);
    }
}

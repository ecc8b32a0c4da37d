package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.account.application.Logins;
import app.earlybird.auth.account.application.Logins.Login;
import app.earlybird.auth.account.application.Logins.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes the login of a customer from any state of it that was not seen yet. Nothing that exists is ever overwritten: an
 * account in the way is a conflict, and is answered as one.
 */
@ApplicationScoped
public class ProvisionLogin {

    private final Logins logins;
    private final Conflicts conflicts;

    ProvisionLogin(Logins logins, Conflicts conflicts) {
        this.logins = logins;
        this.conflicts = conflicts;
    }

    /** True when it changed something, false when this state or a newer one was seen before. */
    public Uni<Boolean> handle(Login wanted) {
        return logins.ownerOf(wanted.userId()).flatMap(owner -> owner == null ? create(wanted) : meet(owner, wanted));
    }

    private Uni<Boolean> create(Login wanted) {
        return logins.add(wanted).flatMap(added -> added ? Uni.createFrom().item(true) : lost(wanted));
    }

    /** Somebody was faster: the same login by another instance, or an account in the way. */
    private Uni<Boolean> lost(Login wanted) {
        return logins.ownerOf(wanted.userId())
                .flatMap(owner -> owner == null ? conflict(wanted, "login_taken") : meet(owner, wanted));
    }

    private Uni<Boolean> meet(Owner owner, Login wanted) {
        return wanted.customerId().equals(owner.customerId())
                ? logins.refresh(wanted)
                : conflict(wanted, "user_not_linkable");
    }

    private Uni<Boolean> conflict(Login wanted, String code) {
        return conflicts.add(
                LoginProvisioned.conflict(wanted.customerId(), wanted.userId(), code, wanted.customerSequence()));
    }
}

package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.application.LoginProvisioned;
import io.smallrye.mutiny.Uni;

/** Customers whose state changed no account: one record each, with the answer where there is one. */
public interface Conflicts {

    /** The newest state that was recorded here; 0 when none was. */
    Uni<Long> answered(String customerId);

    /** False when this state of the customer, or a newer one, was answered before. */
    Uni<Boolean> add(LoginProvisioned conflict);

    /** An unlinked customer: nothing to answer, but older states must not come back. False when it was seen before. */
    Uni<Boolean> pass(String customerId, long sequence);
}

package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.application.LoginProvisioned;
import io.smallrye.mutiny.Uni;

/** Customers whose login could not be made, one record each, never without its answer. */
public interface Conflicts {

    /** False when this state of the customer, or a newer one, was answered before. */
    Uni<Boolean> add(LoginProvisioned conflict);
}

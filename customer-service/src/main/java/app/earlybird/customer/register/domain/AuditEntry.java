package app.earlybird.customer.register.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who did what to a customer, when and why; kept for good. */
public record AuditEntry(
        Instant at, String by, String action, @Nullable String userId, String reason) {

    /** Whoever says it, whenever. */
    boolean statesTheSame(AuditEntry other) {
        return action.equals(other.action()) && Objects.equals(userId, other.userId()) && reason.equals(other.reason());
    }
}

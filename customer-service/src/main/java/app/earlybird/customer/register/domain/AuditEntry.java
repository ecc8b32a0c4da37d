package app.earlybird.customer.register.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who did what to a customer, when and why; kept for good. */
public record AuditEntry(
        Instant at, String by, String action, @Nullable String userId, String reason) {}

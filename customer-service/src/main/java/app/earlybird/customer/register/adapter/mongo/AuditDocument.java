package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.domain.AuditEntry;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** As stored. */
public record AuditDocument(
        Instant at,
        String by,
        String action,
        @BsonProperty("user_id") @Nullable String userId,
        String reason) {

    static AuditDocument of(AuditEntry entry) {
        return new AuditDocument(entry.at(), entry.by(), entry.action(), entry.userId(), entry.reason());
    }

    AuditEntry toEntry() {
        return new AuditEntry(at, by, action, userId, reason);
    }
}

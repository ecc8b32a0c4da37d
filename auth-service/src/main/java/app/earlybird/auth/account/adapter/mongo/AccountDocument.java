package app.earlybird.auth.account.adapter.mongo;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.auth.runtime.Storage;
import app.earlybird.kit.events.StoredEvent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code users}, with what it lacked. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = Storage.USERS)
public record AccountDocument(
        @BsonId BsonValue documentId,
        String id,
        String email,
        @BsonProperty("email_normalised") @Nullable String emailNormalised,
        @Nullable String name,
        @Nullable String phone,
        String role,
        @BsonProperty("customer_v2_id") @Nullable String customerId,
        @BsonProperty("password_hash") @Nullable String passwordHash,
        @BsonProperty("password_change_required") @Nullable Boolean mustChange,
        @BsonProperty("first_secret_expires_at") @Nullable Instant secretExpiresAt,
        @BsonProperty("is_active") @Nullable Boolean active,
        @BsonProperty("created_at") @Nullable Instant createdAt,
        @Nullable Long version,
        @BsonProperty("event_seq") @Nullable Long eventSeq,
        @Nullable Map<String, Long> applied,
        @Nullable List<StoredEvent> outbox,
        @BsonProperty("outbox_since") @Nullable Instant outboxSince) {

    static AccountDocument of(
            Account account, Instant now, List<StoredEvent> events, @Nullable Map<String, Long> applied) {
        return new AccountDocument(
                new BsonString(account.id()),
                account.id(),
                account.email().typed(),
                account.email().normalised(),
                account.profile().name(),
                account.profile().phone(),
                account.role(),
                account.customerId(),
                account.secret().hash(),
                account.secret().mustChange(),
                account.secret().expiresAt(),
                account.active(),
                now,
                account.version(),
                (long) events.size(),
                applied,
                events,
                events.isEmpty() ? null : now);
    }

    Account toAccount() {
        return new Account(
                id,
                new Email(email),
                new Account.Profile(Objects.requireNonNullElse(name, email), phone),
                role,
                customerId,
                new Secret(passwordHash, Boolean.TRUE.equals(mustChange), secretExpiresAt),
                !Boolean.FALSE.equals(active),
                Objects.requireNonNullElse(version, 0L));
    }
}

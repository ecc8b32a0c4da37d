package app.earlybird.auth.account.adapter.mongo;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountStatus;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.AggregateMeta;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonDateTime;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The monolith's {@code users}, with what it lacked. Public, because the record codec reads it by reflection.
 *
 * @param legacyPassword a hash where older versions of the monolith kept it; gone with the next write
 * @param createdAt text in documents of the monolith
 */
@MongoEntity(collection = StoredCollection.Name.USERS)
public record AccountDocument(
        String id,
        @Nullable String email,
        @BsonProperty("email_normalised") @Nullable String emailNormalised,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String role,
        @BsonProperty("customer_v2_id") @Nullable String customerId,
        @BsonProperty("password_hash") @Nullable String passwordHash,
        @BsonProperty("password") @Nullable String legacyPassword,
        @BsonProperty("password_change_required") @Nullable Boolean mustChange,
        @BsonProperty("password_force_reset") @Nullable Boolean forceReset,
        @BsonProperty("first_secret") @Nullable String firstSecret,
        @BsonProperty("first_secret_expires_at") @Nullable Instant secretExpiresAt,
        @BsonProperty("invite_digest") @Nullable String inviteDigest,
        @BsonProperty("invite_expires_at") @Nullable Instant inviteExpiresAt,
        @BsonProperty("is_active") @Nullable Boolean active,
        @BsonProperty("customer_active") @Nullable Boolean customerActive,
        @BsonProperty("session_epoch") @Nullable Long sessionEpoch,
        @BsonProperty("created_at") @Nullable BsonValue createdAt) {

    private static final String DEFAULT_PASSWORD = "default_password";

    static AccountDocument of(Account account, Instant now) {
        var secret = account.secret();
        var invite = secret.invite();
        return new AccountDocument(
                account.id(),
                account.email().typed(),
                account.email().normalised(),
                account.profile().name(),
                account.profile().phone(),
                account.role(),
                account.customerId(),
                secret.hash(),
                null,
                secret.mustChange(),
                null,
                secret.kind() == Secret.Kind.DEFAULT_PASSWORD ? DEFAULT_PASSWORD : null,
                secret.expiresAt(),
                invite == null ? null : invite.digest(),
                invite == null ? null : invite.expiresAt(),
                account.status().active(),
                account.status().customerActive(),
                account.status().sessionEpoch(),
                new BsonDateTime(now.toEpochMilli()));
    }

    /** One without a role cannot be read: nobody knows what it may do. Without an e-mail nobody logs in. */
    Account toAccount(AggregateMeta meta) {
        var address = Objects.requireNonNullElse(email, "");
        var status = new AccountStatus(
                !Boolean.FALSE.equals(active),
                !Boolean.FALSE.equals(customerActive),
                Objects.requireNonNullElse(sessionEpoch, 0L));
        return new Account(
                id,
                new Email(address),
                new Account.Profile(Objects.requireNonNullElse(name, address), phone),
                Objects.requireNonNull(role, "role"),
                customerId,
                new Secret(hash(), kind(), secretExpiresAt, invite()),
                status,
                meta);
    }

    private @Nullable String hash() {
        return passwordHash == null || passwordHash.isBlank() ? legacyPassword : passwordHash;
    }

    private Secret.Kind kind() {
        if (hash() == null) {
            return DEFAULT_PASSWORD.equals(firstSecret) ? Secret.Kind.DEFAULT_PASSWORD : Secret.Kind.NONE;
        }
        var held = Boolean.TRUE.equals(mustChange) || Boolean.TRUE.equals(forceReset);
        return held ? Secret.Kind.FIRST : Secret.Kind.OWN;
    }

    private Secret.@Nullable Invite invite() {
        return inviteDigest == null || inviteExpiresAt == null
                ? null
                : new Secret.Invite(inviteDigest, inviteExpiresAt);
    }
}

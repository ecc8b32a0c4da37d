package app.earlybird.auth.account.adapter.mongo;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Secret;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a write must say of an account; an absent value is an absent field, because the indexes are sparse. */
final class AccountChanges {

    private AccountChanges() {}

    /** All but the link and the profile, which belong to the customer's side. The monolith's fields go for good. */
    static List<Bson> of(Account account) {
        var secret = account.secret();
        var invite = secret.invite();
        var changes = new ArrayList<Bson>();
        changes.add(Updates.set("role", account.role()));
        changes.add(setOrUnset("password_hash", secret.hash()));
        changes.add(Updates.unset("password"));
        changes.add(Updates.unset("password_force_reset"));
        changes.add(Updates.set("password_change_required", secret.mustChange()));
        changes.add(setOrUnset(
                "first_secret",
                secret.kind() == Secret.Kind.DEFAULT_PASSWORD ? AccountDocument.DEFAULT_PASSWORD : null));
        changes.add(setOrUnset("first_secret_expires_at", secret.expiresAt()));
        changes.add(setOrUnset("invite_digest", invite == null ? null : invite.digest()));
        changes.add(setOrUnset("invite_expires_at", invite == null ? null : invite.expiresAt()));
        changes.add(Updates.set("is_active", account.standing().active()));
        changes.add(Updates.set("customer_active", account.standing().customerActive()));
        changes.add(Updates.set("session_epoch", account.standing().sessionEpoch()));
        return changes;
    }

    static List<Bson> withLinkOf(Account account) {
        var changes = of(account);
        changes.add(setOrUnset("customer_v2_id", account.customerId()));
        changes.add(Updates.set("name", account.profile().name()));
        changes.add(setOrUnset("phone", account.profile().phone()));
        return changes;
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }
}

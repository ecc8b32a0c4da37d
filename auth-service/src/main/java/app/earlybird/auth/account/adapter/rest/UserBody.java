package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.domain.Account;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What may be seen of an account; nothing of its secret. */
record UserBody(
        String id,
        String email,
        String name,
        @Nullable String phone,
        String role,
        @JsonProperty("customer_v2_id") @Nullable String customerId,
        boolean isActive) {

    static UserBody of(Account account) {
        return new UserBody(
                account.id(),
                account.email().typed(),
                account.profile().name(),
                account.profile().phone(),
                account.role(),
                account.customerId(),
                account.standing().isOpen());
    }
}

package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.domain.Account;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** @param linkable an active account of role customer that belongs to no customer */
record LinkBody(
        String id,
        @JsonProperty("customer_v2_id") @Nullable String customerId,
        String role,
        boolean isActive,
        boolean linkable) {

    static LinkBody of(Account account) {
        return new LinkBody(
                account.id(),
                account.customerId(),
                account.role(),
                account.status().isOpen(),
                account.isLinkable());
    }
}

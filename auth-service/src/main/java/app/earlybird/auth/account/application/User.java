package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.kit.usecase.Versioned;
import org.jspecify.annotations.Nullable;

/** What may be seen of an account; nothing of its secret. Its components are the fields clients know. */
public record User(
        String id,
        String email,
        String name,
        @Nullable String phone,
        String role,
        @Nullable String customerV2Id,
        boolean isActive,
        long version)
        implements Versioned {

    public static User of(Account account) {
        return new User(
                account.id(),
                account.email().typed(),
                account.profile().name(),
                account.profile().phone(),
                account.role(),
                account.customerId(),
                account.status().isOpen(),
                account.meta().version());
    }
}

package app.earlybird.auth.account.domain;

import org.jspecify.annotations.Nullable;

/**
 * A customer as its event shows it.
 *
 * @param userId the user of the customer as its own side says; null while it is unlinked
 * @param requestedUserId an existing user that is requested for it
 * @param active false once it is deactivated
 * @param sequence of the event
 */
public record CustomerState(
        String id,
        @Nullable String userId,
        @Nullable String requestedUserId,
        Account.Profile profile,
        boolean active,
        long sequence) {

    /** The user that shall belong to the customer; null for none. */
    public @Nullable String targetUserId() {
        return requestedUserId == null ? userId : requestedUserId;
    }
}

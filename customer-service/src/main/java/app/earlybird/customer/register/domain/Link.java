package app.earlybird.customer.register.domain;

import app.earlybird.kit.domain.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Whose login a customer has, as far as this side knows.
 *
 * @param userId the user it is linked to; from the start for a login that is being made
 * @param requestedUserId an existing user that is wanted, until auth-service says that it is linked
 * @param generation counts the changes of the link
 * @param conflictCode why there is a conflict
 */
public record Link(
        @Nullable String userId,
        @Nullable String requestedUserId,
        int generation,
        State state,
        @Nullable String conflictCode) {

    public enum State implements Coded {
        /** auth-service has not answered yet. */
        PROVISIONING,
        READY,
        CONFLICT,
        UNLINKED;

        public static State of(String code) {
            return Coded.of(State.class, code);
        }
    }

    /** A login of its own; the user's id is chosen here, so that a redelivered event makes no second (decision 6). */
    public static Link fresh(String userId) {
        return new Link(userId, null, 1, State.PROVISIONING, null);
    }

    /** An existing user's (decision 7). */
    public static Link request(String userId) {
        return new Link(null, userId, 1, State.PROVISIONING, null);
    }

    Link requesting(String wanted) {
        return new Link(null, wanted, generation + 1, State.PROVISIONING, null);
    }

    Link none() {
        return new Link(null, null, generation + 1, State.UNLINKED, null);
    }

    Link ready(String linked) {
        return new Link(linked, null, generation, State.READY, null);
    }

    /** The request stays to be seen; a login that could not be made is not claimed any longer. */
    Link conflict(String code) {
        return new Link(null, requestedUserId == null ? userId : requestedUserId, generation, State.CONFLICT, code);
    }

    /** Linked to this user, or about to be. */
    public boolean isTo(String wanted) {
        return wanted.equals(userId) || (wanted.equals(requestedUserId) && state == State.PROVISIONING);
    }

    boolean isFree() {
        return userId == null && state != State.PROVISIONING;
    }

    boolean isNone() {
        return userId == null && requestedUserId == null;
    }
}

package app.earlybird.order.customerview.application;

import io.smallrye.mutiny.Uni;

/** What a change of a customer means for her orders; doing it again changes nothing. */
public interface CustomerFollower {

    /** Orders of a deactivated customer are cancelled; those of another go to her present delivery boy. */
    Uni<Void> follow(CustomerRef customer);

    /** Her open orders are cancelled, and nothing personal stays in any. */
    Uni<Void> erased(String customerId);
}

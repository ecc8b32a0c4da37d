package app.earlybird.order.customerview.application;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a change of a customer means for her orders; doing it again changes nothing. Answers the ids of orders that cannot
 * follow, because a document of theirs must be repaired first; they stop no other.
 */
public interface CustomerFollower {

    /**
     * Orders of a deactivated customer are cancelled; of an erased one, nothing personal stays in any either; those of
     * another go to her present delivery boy.
     */
    Uni<List<String>> follow(CustomerRef customer);
}

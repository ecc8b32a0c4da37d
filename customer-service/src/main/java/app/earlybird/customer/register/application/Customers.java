package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every customer once, and no change of one without the event that announces it. */
public interface Customers {

    /** Which of them; a null admits all. */
    record Filter(
            @Nullable String status,
            @Nullable String area,
            @Nullable String marketingStaff) {

        static final Filter NONE = new Filter(null, null, null);
    }

    /**
     * The newest state that auth-service has answered.
     *
     * @param sequence of the state; an older answer comes too late
     */
    record Answered(long sequence) {}

    /** The customer that now has this id: the given one, or the one that had it before. */
    Uni<Customer> add(Decision<Customer, CustomerEvent> registered);

    /** Null when it is missing or out of the asker's sight. */
    Uni<@Nullable Customer> find(String id, Sight sight);

    /** Those that are there, in no order. */
    Uni<List<Customer>> withIds(Collection<String> ids);

    /** By id. */
    Uni<Page<Customer>> list(Sight sight, Filter filter, PageRequest page);

    /** By id; those whose login is in this state. */
    Uni<Page<Customer>> inLinkState(String state, PageRequest page);

    /** Fails with StaleVersion when the customer was changed since it was read; notes what was done where it is given. */
    Uni<Customer> store(Decision<Customer, CustomerEvent> decided, @Nullable Note note);

    /** Null when an answer to this state, or a newer one, was recorded before. */
    Uni<@Nullable Customer> unanswered(String id, Answered answer);

    /** Fails with {@code user_linked_elsewhere} as its code when another customer has this user. */
    Uni<Customer> storeAnswer(Decision<Customer, CustomerEvent> decided, Answered answer);

    /** What was done to it and why, oldest first; null when it is missing. */
    Uni<@Nullable List<Note>> notes(String id);
}

package app.earlybird.kit.usecase;

import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one kind. State and events of a decision are stored in one atomic write, or not at all. {@code decide}
 * must be pure: it runs again when somebody else has changed the aggregate since it was read.
 *
 * @param <S> the aggregate's state
 * @param <E> its events
 */
public interface AggregateStore<S, E> {

    /** @param changed false when the decision left the aggregate as it was */
    record Updated<S>(S state, boolean changed) {}

    /** Null when it is missing or not visible to who asks. */
    Uni<@Nullable S> findById(String id, Visibility who);

    /** Refuses an id that is missing or not visible to who asks. */
    Uni<S> getById(String id, Visibility who);

    /** False: the id, or another value that must be unique, is taken. */
    Uni<Boolean> insert(Decision<S, E> first);

    /** The aggregate that now has this id: the given one, or the one that had it before where who asks may see it. */
    Uni<S> insertOrGet(Decision<S, E> first, Visibility who);

    /** Refuses as {@link #getById} does; 503 {@code busy} when others are always faster. */
    Uni<Updated<S>> update(String id, Visibility who, Function<S, Decision<S, E>> decide);

    /** For a change that may come before its aggregate is there. */
    Uni<Updated<S>> insertOrUpdate(String id, Supplier<Decision<S, E>> first, Function<S, Decision<S, E>> decide);
}

package app.earlybird.kit.events;

/**
 * What is published of an aggregate's events. Each aggregate with events has one bean of it, beside its consumers.
 *
 * @param <S> the aggregate
 * @param <E> its events
 */
public interface EventMessages<S, E> {

    /** @param state the aggregate as it is after the event */
    EventMessage of(S state, E event);

    /** For an aggregate without events. */
    static <S> EventMessages<S, Void> none() {
        return (state, event) -> {
            throw new IllegalStateException("This aggregate publishes no events");
        };
    }
}

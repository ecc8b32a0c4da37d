package app.earlybird.kit.domain;

import java.util.List;

/**
 * What an aggregate decided: its next state and the events that are published with it, or not at all.
 *
 * @param changed false when there is nothing to store
 */
public record Decision<S, E>(S state, List<E> events, boolean changed) {

    public Decision {
        events = List.copyOf(events);
    }

    public static <S, E> Decision<S, E> of(S state, E event) {
        return of(state, List.of(event));
    }

    public static <S, E> Decision<S, E> of(S state, List<E> events) {
        return new Decision<>(state, events, true);
    }

    /** Stored without an event: nobody else needs to know. */
    public static <S, E> Decision<S, E> silent(S state) {
        return new Decision<>(state, List.of(), true);
    }

    /** What was asked for is so already. */
    public static <S, E> Decision<S, E> unchanged(S state) {
        return new Decision<>(state, List.of(), false);
    }
}

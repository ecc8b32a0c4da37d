package app.earlybird.kit.domain;

import java.util.List;

/** What an aggregate decided: its next state and the events that must be announced with it, or not at all. */
public record Decision<S, E>(S state, List<E> events) {

    public Decision {
        events = List.copyOf(events);
    }

    public static <S, E> Decision<S, E> of(S state, E event) {
        return new Decision<>(state, List.of(event));
    }

    /** Nothing to change: what was asked holds already. */
    public static <S, E> Decision<S, E> unchanged(S state) {
        return new Decision<>(state, List.of());
    }

    public boolean isUnchanged() {
        return events.isEmpty();
    }
}

package app.earlybird.kit.outbox;

/** Fields that an aggregate's document carries for its outbox. */
public final class Outbox {

    /** Events not acknowledged by the broker yet, oldest first; normally empty. */
    public static final String EVENTS = "outbox";

    /** Time of the oldest waiting event; absent while none waits, so that its sparse index stays small. */
    public static final String SINCE = "outbox_since";

    private Outbox() {}
}

package app.earlybird.kit.events;

/** An event that can never succeed: it becomes a dead letter. The reason never quotes its data. */
public class NonRetryableEvent extends RuntimeException {

    public NonRetryableEvent(String reason) {
        super(reason, null, false, false);
    }
}

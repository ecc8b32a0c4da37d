package app.earlybird.kit.events;

/** An event that can never succeed, however often it is tried. The reason never quotes its data. */
public class HopelessEvent extends RuntimeException {

    public HopelessEvent(String reason) {
        super(reason, null, false, false);
    }
}

package app.earlybird.kit.domain;

/** The document changed between reading and writing it; read again. */
public class StaleVersion extends Failure {

    public StaleVersion() {
        super(Kind.UNAVAILABLE, "busy", "This is being changed by many at once, try again");
    }
}

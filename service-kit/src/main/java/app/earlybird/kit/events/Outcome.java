package app.earlybird.kit.events;

/** What became of a consumed event. */
public enum Outcome {
    /** It changed something. */
    APPLIED,
    /** The guard holds something as new or newer: done already, or redelivered late. */
    SUPERSEDED,
    /** Not of interest here, or of a type this version does not know. */
    SKIPPED;

    public static Outcome of(boolean changed) {
        return changed ? APPLIED : SUPERSEDED;
    }
}

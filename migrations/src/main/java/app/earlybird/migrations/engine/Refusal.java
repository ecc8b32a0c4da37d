package app.earlybird.migrations.engine;

/** The command stops here, with one sentence that says what to do. */
public final class Refusal extends RuntimeException {

    private final Exit exit;

    private Refusal(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }

    static Refusal edited(String id) {
        return new Refusal(
                Exit.DRIFT,
                "Migration " + id + " was edited after it was applied; restore its file, or apply the change as a new"
                        + " migration.");
    }

    public static Refusal drift(String what) {
        return new Refusal(Exit.DRIFT, what);
    }

    public static Refusal usage(String sentence) {
        return new Refusal(Exit.USAGE, sentence);
    }

    public static Refusal unknown(String id) {
        return new Refusal(Exit.USAGE, "There is no migration " + id + "; `status` lists them.");
    }

    static Refusal locked(String owner) {
        return new Refusal(
                Exit.LOCKED,
                "Another migrator is at work (" + owner + "); wait until it has ended, or see `lock show`.");
    }

    static Refusal leaseLost() {
        return new Refusal(
                Exit.LEASE_LOST,
                "Another migrator has taken over, or the lock was released by hand; nothing was written since. See `status`"
                        + " and `history`.");
    }

    static Refusal interrupted() {
        return new Refusal(
                Exit.INTERRUPTED, "Stopped as asked, and nothing is half done; the same command goes on from there.");
    }

    public static Refusal precondition(String sentence) {
        return new Refusal(Exit.PRECONDITION, sentence);
    }

    static Refusal wouldLose(String id, long documents) {
        return new Refusal(
                Exit.WOULD_LOSE_DATA,
                "Taking " + id
                        + " back would undo it on %d documents that the application has changed since;"
                                .formatted(documents)
                        + " --allow-data-loss does it and keeps a copy of what it removes.");
    }
}

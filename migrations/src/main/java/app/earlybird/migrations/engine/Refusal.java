package app.earlybird.migrations.engine;

import java.util.List;
import java.util.stream.Stream;

/** The command stops here, with one sentence that says what to do. */
public final class Refusal extends RuntimeException {

    private static final int FEW = 5;
    private static final int MOST_DOCUMENTS = 1000;

    private final Exit exit;

    /** Some of them: the rest is as many as the sentence says. */
    private final transient List<String> documents;

    private transient List<Done> done = List.of();

    private Refusal(Exit exit, String sentence) {
        this(exit, sentence, List.of());
    }

    private Refusal(Exit exit, String sentence, List<String> documents) {
        super(sentence);
        this.exit = exit;
        this.documents = documents;
    }

    /** What was done before, the one that was stopped included. */
    public List<Done> done() {
        return done;
    }

    Refusal after(List<Done> before) {
        done = Stream.concat(before.stream(), done.stream()).toList();
        return this;
    }

    /** What it is about, as {@code collection/id}; empty where it is about none. */
    public List<String> documents() {
        return documents;
    }

    public Exit exit() {
        return exit;
    }

    static Refusal edited(String id) {
        return new Refusal(
                Exit.DRIFT,
                "Migration " + id
                        + " was edited after it was applied; use the version of the migrator that applied it, or"
                        + " make the change a new migration.");
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
                "Another migrator has taken over, or the lock was released by hand; this one has stopped. See `status` and"
                        + " `history`.");
    }

    static Refusal interrupted() {
        return new Refusal(
                Exit.INTERRUPTED, "Stopped as asked, and nothing is half done; the same command goes on from there.");
    }

    static Refusal busy(long documents) {
        return new Refusal(
                Exit.INTERRUPTED,
                documents + " documents were written by others each time they were tried; the same command goes on with"
                        + " them.");
    }

    public static Refusal precondition(String sentence) {
        return new Refusal(Exit.PRECONDITION, sentence);
    }

    static Refusal wouldLose(String id, List<String> documents) {
        return new Refusal(
                Exit.WOULD_LOSE_DATA,
                "Taking %s back would undo it on %d documents that the application has changed since (%s);"
                                .formatted(id, documents.size(), few(documents))
                        + " --allow-data-loss does it and keeps a copy of what it removes.",
                documents.subList(0, Math.min(MOST_DOCUMENTS, documents.size())));
    }

    private static String few(List<String> documents) {
        var shown = String.join(", ", documents.subList(0, Math.min(FEW, documents.size())));
        return documents.size() > FEW ? shown + ", ..." : shown;
    }
}

package app.earlybird.migrations.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param done steps that are through
 * @param step the one at work
 */
record Checkpoint(Set<String> done, @Nullable String step, Position position, Counters counters) {

    /**
     * Where the step at work is.
     *
     * @param last {@code _id} of the last document of it that is settled
     * @param late how many documents others were faster with, in the pass at work
     * @param again whether that pass looks at documents once more
     */
    record Position(@Nullable Object last, long late, boolean again) {

        static final Position NONE = new Position(null, 0, false);
    }

    static Checkpoint of(@Nullable Document saved) {
        if (saved == null) {
            return new Checkpoint(Set.of(), null, Position.NONE, new Counters());
        }
        return new Checkpoint(
                Set.copyOf(saved.getList("done", String.class, List.of())),
                saved.getString("step"),
                new Position(saved.get("last"), saved.get("late", 0L), saved.getBoolean("again", false)),
                Counters.of(Objects.requireNonNullElseGet(saved.get("counters", Document.class), Document::new)));
    }

    Document toDocument() {
        return new Document("done", new ArrayList<>(done))
                .append("step", step)
                .append("last", position.last())
                .append("late", position.late())
                .append("again", position.again())
                .append("counters", counters.toDocument());
    }
}

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
 * @param last {@code _id} of the last document of it that is settled
 * @param counters which know whether that step looks at documents once more
 */
record Checkpoint(
        Set<String> done, @Nullable String step, @Nullable Object last, Counters counters) {

    static Checkpoint of(@Nullable Document saved) {
        if (saved == null) {
            return new Checkpoint(Set.of(), null, null, new Counters());
        }
        var counters = Counters.of(Objects.requireNonNullElseGet(saved.get("counters", Document.class), Document::new));
        counters.again(saved.getBoolean("again", false));
        return new Checkpoint(
                Set.copyOf(saved.getList("done", String.class, List.of())),
                saved.getString("step"),
                saved.get("last"),
                counters);
    }

    Document toDocument() {
        return new Document("done", new ArrayList<>(done))
                .append("step", step)
                .append("last", last)
                .append("again", counters.isAgain())
                .append("counters", counters.toDocument());
    }
}

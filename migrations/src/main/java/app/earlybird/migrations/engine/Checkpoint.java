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
 */
record Checkpoint(
        Set<String> done, @Nullable String step, @Nullable Object last, Counters counters) {

    static Checkpoint of(@Nullable Document saved) {
        if (saved == null) {
            return new Checkpoint(Set.of(), null, null, new Counters());
        }
        return new Checkpoint(
                Set.copyOf(saved.getList("done", String.class, List.of())),
                saved.getString("step"),
                saved.get("last"),
                Counters.of(Objects.requireNonNullElseGet(saved.get("counters", Document.class), Document::new)));
    }

    Document toDocument() {
        return new Document("done", new ArrayList<>(done))
                .append("step", step)
                .append("last", last)
                .append("counters", counters.toDocument());
    }
}

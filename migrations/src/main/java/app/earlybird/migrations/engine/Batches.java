package app.earlybird.migrations.engine;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Hands out documents in batches and in the order of {@code _id}; between two of them a run can be stopped or killed. */
final class Batches {

    private final Journal journal;
    private final Settings settings;
    private final Preview preview;
    private final Pace pace;

    Batches(Journal journal, Settings settings, Preview preview) {
        this.journal = journal;
        this.settings = settings;
        this.preview = preview;
        this.pace = new Pace(settings);
    }

    /**
     * One pass over what is to be seen.
     *
     * @param last the document to begin after; null for all
     */
    void pass(Step step, @Nullable Object last, ToLongFunction<List<Document>> settle) {
        var progress = new Tally(
                settings.progress(),
                journal.name() + " " + step.name(),
                step.source().estimatedDocumentCount());
        try {
            read(step, last, settle, progress);
        } catch (MongoCursorNotFoundException tooOld) {
            pass(step, journal.position(step.name()), settle);
        }
    }

    private void read(Step step, @Nullable Object last, ToLongFunction<List<Document>> settle, Tally progress) {
        try (var cursor = step.source()
                .find(step.filter())
                .projection(step.projection())
                .sort(Sorts.ascending("_id"))
                .batchSize(settings.batchSize())
                .iterator()) {
            var batch = new ArrayList<Document>();
            while (cursor.hasNext()) {
                var document = preview.on(step.source(), cursor.next());
                if (Positions.isAfter(Backfill.idOf(document), last)) {
                    batch.add(document);
                }
                if (batch.size() >= pace.size()) {
                    settled(step, batch, settle, progress);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                settled(step, batch, settle, progress);
            }
        }
    }

    private void settled(Step step, List<Document> batch, ToLongFunction<List<Document>> settle, Tally progress) {
        if (settings.stop().get()) {
            throw Refusal.interrupted();
        }
        var begun = System.nanoTime();
        journal.late(settle.applyAsLong(batch));
        switch (step.kind()) {
            case ONCE -> {
                journal.counters().see("batches", 1);
                journal.counters().see("scanned", batch.size());
                journal.save(step.name(), Backfill.idOf(batch.getLast()));
            }
            case EACH_TIME -> {
                journal.counters().see("scanned", batch.size());
                journal.keep();
            }
            case SECOND_LOOK -> journal.save(step.name(), Backfill.idOf(batch.getLast()));
        }
        pace.after(batch.size(), Duration.ofNanos(System.nanoTime() - begun));
        progress.add(batch.size());
    }
}

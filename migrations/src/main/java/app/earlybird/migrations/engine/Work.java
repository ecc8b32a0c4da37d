package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.empty;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a migration works with: batches it can be killed between, writes that are marked, and a report. */
public final class Work implements Reader {

    static final String CHANGED_MEANWHILE = "changed_meanwhile";
    private static final int MOST_PASSES = 5;
    private static final int SAMPLES = 5;

    private final Databases databases;
    private final Journal journal;
    private final Settings settings;
    private final Pace pace;
    private final List<String> samples = new ArrayList<>();
    private final Marks marks;
    private final Preview preview = new Preview();
    /** In the pass at work. */
    private final Set<String> missed = new LinkedHashSet<>();

    Work(Databases databases, Journal journal, Settings settings) {
        this.databases = databases;
        this.journal = journal;
        this.settings = settings;
        this.pace = new Pace(settings);
        this.marks = new Marks(journal);
    }

    public Databases databases() {
        return databases;
    }

    @Override
    public Iterable<Document> all(Migration.Place place, Bson projection) {
        return find(place, empty(), projection);
    }

    public Iterable<Document> find(Migration.Place place, Bson filter, Bson projection) {
        var collection = databases.collection(place);
        return databases.all(place).filter(filter).projection(projection).map(read -> preview.on(collection, read));
    }

    /** Whether nothing may be written. */
    public boolean isDry() {
        return journal.isDry();
    }

    /** Number of this run of the migration, resumed ones included: its marks carry it. 0 where nothing is written. */
    public long run() {
        return journal.run();
    }

    public Counters counters() {
        return journal.counters();
    }

    List<String> samples() {
        return List.copyOf(samples);
    }

    /** For people; kept with the batch it was found in. */
    public void report(Conflict conflict) {
        journal.report(conflict);
    }

    /** What was reported of this class before is looked for anew. */
    public void forget(String kind) {
        journal.forget(kind);
    }

    public void refuseWhenReported(String kind, String sentence) {
        var found = journal.counters().get(Journal.CONFLICT + kind);
        if (found > 0 && !isDry()) {
            journal.flush();
            throw Refusal.precondition(found + " " + sentence);
        }
    }

    /**
     * Hands every document to be seen to {@code settle}, in batches and in the order of {@code _id}, and goes on after
     * the last settled one when it was interrupted. {@code settle} answers how many documents somebody else has changed
     * meanwhile: those are seen again.
     */
    public void each(Step step, ToLongFunction<List<Document>> settle) {
        if (journal.isDone(step.name())) {
            return;
        }
        var resumed = journal.position(step.name()) != null;
        var late = onePass(step, journal.position(step.name()), settle);
        for (int pass = 1; pass < MOST_PASSES && (late > 0 || (pass == 1 && resumed)); pass++) {
            missed.clear();
            late = onePass(step, null, settle);
        }
        missed.forEach(subject -> report(new Conflict(CHANGED_MEANWHILE, subject, Map.of())));
        journal.done(step.name());
    }

    /** What another writer was faster with is answered. */
    public List<Fill> fill(MongoCollection<Document> collection, List<Fill> fills) {
        var name = collection.getNamespace().getCollectionName();
        var sound = new ArrayList<Fill>();
        for (var fill : fills) {
            var refused = fill.refused(journal.name());
            if (refused == null) {
                sound.add(fill);
            } else {
                report(new Conflict(refused, name + "/" + fill.subject(), Map.of()));
            }
        }
        sound.stream()
                .limit(SAMPLES - Math.min(SAMPLES, samples.size()))
                .forEach(fill -> samples.add(name + "/" + fill.documentId()));
        var late = marks.fill(collection, sound);
        late.forEach(fill -> missed.add(name + "/" + fill.documentId()));
        return late;
    }

    /** Removes a field that this migration has set, with its mark; answers how many somebody else was faster with. */
    public long takeBack(MongoCollection<Document> collection, List<Document> documents, String field) {
        return marks.takeBack(collection, documents, field);
    }

    Preview preview() {
        return preview;
    }

    /** Any other harmless, repeatable write. */
    public void write(Runnable write) {
        if (!isDry()) {
            journal.check();
            write.run();
        }
    }

    private long onePass(Step step, @Nullable Object from, ToLongFunction<List<Document>> settle) {
        var progress = new Tally(
                settings.progress(),
                journal.name() + " " + step.name(),
                step.source().estimatedDocumentCount());
        try {
            return read(step, from, settle, progress);
        } catch (MongoCursorNotFoundException tooOld) {
            return onePass(step, journal.position(step.name()), settle);
        }
    }

    private long read(Step step, @Nullable Object last, ToLongFunction<List<Document>> settle, Tally progress) {
        var missed = 0L;
        try (var cursor = step.source()
                .find(step.filter())
                .projection(step.projection())
                .sort(Sorts.ascending("_id"))
                .batchSize(settings.batchSize())
                .iterator()) {
            var batch = new ArrayList<Document>();
            while (cursor.hasNext()) {
                var document = preview.on(step.source(), cursor.next());
                if (Positions.isAfter(Fill.idOf(document), last)) {
                    batch.add(document);
                }
                if (batch.size() >= pace.size()) {
                    missed += settled(step, batch, settle, progress);
                    batch.clear();
                }
            }
            return batch.isEmpty() ? missed : missed + settled(step, batch, settle, progress);
        }
    }

    private long settled(Step step, List<Document> batch, ToLongFunction<List<Document>> settle, Tally progress) {
        if (settings.stop().get()) {
            throw Refusal.interrupted();
        }
        var begun = System.nanoTime();
        var missed = settle.applyAsLong(batch);
        if (!step.ofOwnWrites()) {
            counters().add("batches", 1);
            counters().add("scanned", batch.size());
        }
        journal.save(step.name(), Fill.idOf(batch.getLast()));
        pace.after(batch.size(), Duration.ofNanos(System.nanoTime() - begun));
        progress.add(batch.size());
        return missed;
    }
}

package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.empty;

import com.mongodb.client.MongoCollection;
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
public final class MigrationContext implements Reader {

    static final String CHANGED_MEANWHILE = "concurrently_changed";
    private static final int MOST_PASSES = 5;
    private static final int SAMPLES = 5;

    private final Databases databases;
    private final Journal journal;
    private final List<String> samples = new ArrayList<>();
    private final BackfillWriter marks;
    private final Preview preview = new Preview();
    private final Batches batches;
    /** In the pass at work. */
    private final Set<String> missed = new LinkedHashSet<>();

    MigrationContext(Databases databases, Journal journal, Settings settings) {
        this.databases = databases;
        this.journal = journal;
        this.batches = new Batches(journal, settings, preview);
        this.marks = new BackfillWriter(journal);
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

    /** Kept with the batch it was found in. */
    public void report(Conflict conflict) {
        journal.conflictReport().report(conflict);
    }

    /** What was reported of this class before is looked for anew. */
    public void forget(String kind) {
        journal.conflictReport().forget(kind);
    }

    /** Nothing of this migration is filled in before what was reported is repaired. */
    public void refuse(String sentence) {
        if (!isDry()) {
            journal.conflictReport().flush();
            throw Refusal.precondition(sentence);
        }
    }

    /**
     * What became of some fills.
     *
     * @param written in a plan: that would be
     * @param late another writer was faster with
     */
    public record Filled(List<Backfill> written, List<Backfill> late) {}

    /**
     * Hands every document to be seen to {@code settle}, in batches and in the order of {@code _id}, and goes on after
     * the last settled one when it was interrupted. {@code settle} answers how many documents somebody else has changed
     * meanwhile: those are seen again.
     */
    public void each(Step step, ToLongFunction<List<Document>> settle) {
        if (step.kind() == Step.Kind.EACH_TIME) {
            journal.aside(() -> settleAll(step, null, settle));
        } else if (!journal.isDone(step.name())) {
            settleAll(step, journal.position(step.name()), settle);
            journal.done(step.name());
        }
    }

    /** One that was interrupted looks once more at what it had seen; interrupted again, it goes on with that. */
    private void settleAll(Step step, @Nullable Object from, ToLongFunction<List<Document>> settle) {
        if (from == null) {
            counters().again(false);
            journal.beginPass();
        }
        var resumed = from != null && !counters().isAgain();
        batches.pass(step, from, settle);
        counters().again(true);
        for (int pass = 1; pass < MOST_PASSES && !isDry() && (journal.late() > 0 || (pass == 1 && resumed)); pass++) {
            missed.clear();
            journal.beginPass();
            batches.pass(step, null, settle);
        }
        counters().again(false);
        missed.forEach(subject -> report(new Conflict(CHANGED_MEANWHILE, subject, Map.of())));
        missed.clear();
    }

    /** A document that somebody else was faster with, in the pass at work. */
    void miss(Migration.Place place, Document document) {
        missed.add(place.collection() + "/" + Backfill.subject(document));
    }

    /** Sets what is to be set; a document that may not be written to is reported. */
    public Filled fill(MongoCollection<Document> collection, List<Backfill> fills) {
        var name = collection.getNamespace().getCollectionName();
        var sound = new ArrayList<Backfill>();
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
        late.forEach(fill -> missed.add(name + "/" + fill.subject()));
        sound.removeAll(late);
        if (counters().isAgain() && !sound.isEmpty()) {
            journal.conflictReport()
                    .settled(sound.stream()
                            .map(fill -> name + "/" + fill.subject())
                            .toList());
        }
        return new Filled(sound, late);
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
}

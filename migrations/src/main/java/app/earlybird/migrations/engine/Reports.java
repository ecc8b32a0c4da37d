package app.earlybird.migrations.engine;

import org.bson.Document;

/** What was done, as the ledger keeps it. */
final class Reports {

    private Reports() {}

    static Document toDocument(Done done) {
        var counters = new Document();
        counters.putAll(done.counters());
        var conflicts = new Document();
        conflicts.putAll(done.conflicts());
        return new Document("indexes", done.indexes())
                .append("counters", counters)
                .append("conflicts", conflicts)
                .append("duration_ms", done.durationMillis());
    }
}

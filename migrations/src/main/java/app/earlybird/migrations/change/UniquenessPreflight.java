package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.engine.MigrationContext;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.match.Legacy;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What several migrations put in order before they begin; duplicates of all kinds are found before it is refused. */
final class UniquenessPreflight {

    private static final int AT_ONCE = 1000;
    private static final int EXAMPLES = 20;

    static final String DUPLICATE_ID = "duplicate_id";
    static final String DUPLICATE_LINK = "duplicate_link";
    static final String DUPLICATE_DELIVERY = "duplicate_delivery";

    private final MigrationContext context;
    /** Fields that cannot be unique as they are. */
    private final Set<String> spoilt = new TreeSet<>();

    UniquenessPreflight(MigrationContext context) {
        this.context = context;
        List.of(DUPLICATE_ID, DUPLICATE_LINK, DUPLICATE_DELIVERY).forEach(context::forget);
    }

    /** An explicit null says the same as an absent field, and a unique index takes it for a value. */
    void removeNulls(Place place, String field) {
        var collection = context.databases().collection(place);
        context.each(
                new Step(
                        "nulls_of_" + place.collection(),
                        collection,
                        and(exists(field), eq(field, null)),
                        Projections.include("_id"),
                        Step.Kind.EACH_TIME),
                batch -> {
                    var ids =
                            batch.stream().map(document -> document.get("_id")).toList();
                    context.write(
                            () -> collection.updateMany(and(in("_id", ids), eq(field, null)), Updates.unset(field)));
                    context.counters().add("nulls_removed", batch.size());
                    return 0;
                });
    }

    /**
     * The services find documents by {@code id}; the monolith left it out here and there, and took the text of
     * {@code _id} for it. Stays when a migration is taken back: unique indexes need it, and it says nothing new.
     */
    static void giveIds(MigrationContext context, Place place) {
        var collection = context.databases().collection(place);
        context.each(
                new Step("ids_of_" + place.collection(), collection, eq("id", null), Projections.include("_id")),
                batch -> {
                    batch.stream()
                            .filter(Legacy::hasMalformedId)
                            .forEach(document -> context.report(new Conflict(
                                    "malformed_id", place.collection() + "/" + document.get("_id"), Map.of())));
                    var updates = batch.stream()
                            .filter(document -> !Legacy.hasMalformedId(document))
                            .map(document -> new UpdateOneModel<Document>(
                                    and(eq("_id", document.get("_id")), eq("id", null)),
                                    Updates.set("id", Legacy.id(document))))
                            .toList();
                    if (!updates.isEmpty()) {
                        context.write(() -> collection.bulkWrite(updates));
                    }
                    context.counters().add("ids_given", updates.size());
                    return 0;
                });
    }

    /** Also where {@link #giveIds} would give an id that another document has, or several would stay without any. */
    void findDuplicateIds(Place place) {
        var collection = context.databases().collection(place);
        var nameless = new ArrayList<String>();
        var withoutAny = new ArrayList<String>();
        for (var document :
                context.databases().all(place).filter(eq("id", null)).projection(Projections.include("_id"))) {
            if (Legacy.hasMalformedId(document)) {
                withoutAny.add(String.valueOf(document.get("_id")));
            } else {
                nameless.add(Legacy.id(document));
            }
        }
        if (withoutAny.size() > 1) {
            report(place, "id", withoutAnyId(place, withoutAny));
        }
        for (var from = 0; from < nameless.size(); from += AT_ONCE) {
            collection
                    .find(in("id", nameless.subList(from, Math.min(from + AT_ONCE, nameless.size()))))
                    .projection(Projections.include("id"))
                    .forEach(other -> report(place, "id", duplicate(place, "id", DUPLICATE_ID, other.get("id"), 2)));
        }
        findDuplicates(place, "id", DUPLICATE_ID);
    }

    private static Conflict withoutAnyId(Place place, List<String> documents) {
        var some = documents.subList(0, Math.min(EXAMPLES, documents.size()));
        return new Conflict(
                DUPLICATE_ID,
                place.collection() + "/id/null",
                Map.of("documents", documents.size(), "without_any_id", List.copyOf(some)));
    }

    private static Conflict duplicate(Place place, String field, String kind, @Nullable Object value, int documents) {
        return new Conflict(kind, place.collection() + "/" + field + "/" + value, Map.of("documents", documents));
    }

    void findDuplicates(Place place, String field, String kind) {
        context.databases()
                .collection(place)
                .aggregate(List.of(
                        Aggregates.match(Filters.ne(field, null)),
                        Aggregates.group("$" + field, Accumulators.sum("count", 1)),
                        Aggregates.match(Filters.gt("count", 1))))
                .allowDiskUse(true)
                .forEach(group ->
                        report(place, field, duplicate(place, field, kind, group.get("_id"), group.get("count", 0))));
    }

    private void report(Place place, String field, Conflict duplicate) {
        spoilt.add(place.collection() + "." + field);
        context.report(duplicate);
    }

    /** With a list, where a unique index could not be built. */
    void refuseDuplicates() {
        if (!spoilt.isEmpty()) {
            context.refuse("Several documents have the same value, so that it cannot be unique: "
                    + String.join(", ", spoilt)
                    + ". See `report conflicts`, repair them, and run the same command again.");
        }
    }
}

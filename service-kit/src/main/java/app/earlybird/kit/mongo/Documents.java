package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents one by one, so that one nobody can read affects only itself: databases of the monolith hold shapes that
 * no version of it wrote on purpose. Such a document is left out of lists and refused by itself with {@code
 * document_unreadable}, and each time logged by its id and counted.
 *
 * @param <D> as stored
 * @param <T> as used
 */
public final class Documents<D, T> {

    public static final String UNREADABLE = "document_unreadable";

    private static final Logger LOG = Logger.getLogger(Documents.class);

    private final ReactiveMongoCollection<D> collection;
    private final BiFunction<D, BsonDocument, T> mapping;

    /** @param mapping of the fields the record names, and of all there are */
    public Documents(ReactiveMongoCollection<D> collection, BiFunction<D, BsonDocument, T> mapping) {
        this.collection = collection;
        this.mapping = mapping;
    }

    /** Null when there is none; a failure when it cannot be read. */
    public Uni<@Nullable T> first(Bson filter) {
        return collection
                .find(filter, RawBsonDocument.class, new FindOptions().limit(1))
                .collect()
                .first()
                .map(document -> document == null ? null : required(document));
    }

    /** Those that can be read. */
    public Uni<List<T>> all(Bson filter) {
        return collection.find(filter, RawBsonDocument.class).collect().asList().map(this::readable);
    }

    /**
     * @param position where the next page begins, given by the last document of this one; null ends the list
     */
    public Uni<Page<T>> page(
            Bson filter, Bson sort, PageRequest request, Function<BsonDocument, @Nullable String> position) {
        return collection
                .find(
                        filter,
                        RawBsonDocument.class,
                        new FindOptions().sort(sort).limit(request.limit() + 1))
                .collect()
                .asList()
                .map(read -> Page.cut(read, request, position::apply))
                .map(page -> new Page<>(readable(page.items()), page.nextCursor()));
    }

    /** In the order of one field of text that is unique. */
    public Uni<Page<T>> pageBy(String field, Bson filter, PageRequest request) {
        var after = request.after() == null ? empty() : gt(field, request.after());
        return page(and(filter, after), ascending(field), request, last -> text(last, field));
    }

    /** A field of a document for its position in a list; null when it is no text. */
    public static @Nullable String text(BsonDocument document, String field) {
        var value = document.get(field);
        return value != null && value.isString() ? value.asString().getValue() : null;
    }

    private List<T> readable(List<RawBsonDocument> documents) {
        var readable = new ArrayList<T>();
        for (var document : documents) {
            try {
                readable.add(read(document));
            } catch (RuntimeException unreadable) {
                report(document, unreadable);
            }
        }
        return readable;
    }

    private T required(RawBsonDocument document) {
        try {
            return read(document);
        } catch (RuntimeException unreadable) {
            report(document, unreadable);
            throw new Failure(
                    Failure.Kind.CONFLICT, UNREADABLE, "The stored document is malformed and must be repaired first");
        }
    }

    private T read(RawBsonDocument document) {
        return mapping.apply(
                document.decode(collection.getCodecRegistry().get(collection.getDocumentClass())), document);
    }

    /** By its id only: its content may be personal. */
    private void report(BsonDocument document, RuntimeException why) {
        var name = collection.getNamespace().getCollectionName();
        BsonValue id = document.get("_id");
        LOG.warnf("Unreadable document %s in %s: %s", id, name, why.getClass().getSimpleName());
        Metrics.counter("earlybird.documents.unreadable", "collection", name).increment();
    }
}

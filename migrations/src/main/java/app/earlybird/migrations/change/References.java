package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.Logins;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Documents that name another of the same customer. */
final class References {

    private static final int AT_ONCE = 1000;

    private final Databases databases;
    private final Logins logins;

    References(Databases databases, Logins logins) {
        this.databases = databases;
        this.logins = logins;
    }

    /**
     * What one document says of another.
     *
     * @param gone the breach when there is no such document
     * @param others the breach when it is another customer's
     */
    record Reference(Place from, String field, Place to, String gone, String others) {}

    /** Hands every breach of it to {@code found}, with the document that names the other. */
    void check(Reference reference, BiConsumer<String, Document> found) {
        var batch = new ArrayList<Document>();
        try (var naming = databases
                .all(reference.from())
                .filter(ne(reference.field(), null))
                .projection(Projections.include("id", reference.field(), "customer_id", "customerId", "user_id"))
                .iterator()) {
            while (naming.hasNext()) {
                batch.add(naming.next());
                if (batch.size() == AT_ONCE || !naming.hasNext()) {
                    compare(reference, batch, found);
                    batch.clear();
                }
            }
        }
    }

    private void compare(Reference reference, List<Document> batch, BiConsumer<String, Document> found) {
        var customers = new HashMap<String, Set<String>>();
        databases
                .collection(reference.to())
                .find(named(batch.stream()
                        .map(document -> Legacy.text(document, reference.field()))
                        .filter(Objects::nonNull)
                        .toList()))
                .projection(Projections.include("id", "customer_id", "customerId", "user_id"))
                .forEach(document -> customers
                        .computeIfAbsent(Legacy.id(document), none -> new HashSet<>())
                        .add(customer(document)));
        for (var document : batch) {
            var owners = customers.get(String.valueOf(document.get(reference.field())));
            if (owners == null) {
                found.accept(reference.gone(), document);
            } else if (!owners.contains(customer(document))) {
                found.accept(reference.others(), document);
            }
        }
    }

    /** Where the monolith gave no id, the text of {@code _id} is taken for it. */
    private static Bson named(List<String> ids) {
        var objectIds =
                ids.stream().filter(ObjectId::isValid).map(ObjectId::new).toList();
        return or(in("id", ids), in("_id", objectIds));
    }

    private String customer(Document document) {
        return Objects.requireNonNullElse(logins.customerOf(document), "");
    }
}

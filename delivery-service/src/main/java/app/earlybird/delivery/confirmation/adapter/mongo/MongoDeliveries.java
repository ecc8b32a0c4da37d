package app.earlybird.delivery.confirmation.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.delivery.confirmation.application.Deliveries;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.delivery.confirmation.domain.DeliveryRefused;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

@Singleton
class MongoDeliveries extends MongoAggregateStore<Delivery, DeliveryEvent, DeliveryDocument>
        implements Deliveries, ReactivePanacheMongoRepositoryBase<DeliveryDocument, String> {

    MongoDeliveries(EventMessages<Delivery, DeliveryEvent> messages, OutboxWriter outbox) {
        super(
                StoredCollection.DELIVERIES,
                DeliveryDocument::of,
                DeliveryDocument::toDelivery,
                DeliveryRefused::unknownOrder,
                messages,
                outbox);
    }

    @Override
    public Uni<Page<Delivery>> listByCustomer(String customerId, PageRequest page) {
        var after = page.after() == null ? empty() : after(page.after());
        return reader().page(
                        and(eq("customer_id", customerId), after),
                        descending("delivery_date", "id"),
                        page,
                        MongoDeliveries::position);
    }

    private static String position(BsonDocument last) {
        return Objects.requireNonNullElse(Documents.text(last, "delivery_date"), "") + "/" + Documents.text(last, "id");
    }

    private static Bson after(String position) {
        var slash = position.indexOf('/');
        var date = position.substring(0, Math.max(slash, 0));
        var id = position.substring(slash + 1);
        return or(lt("delivery_date", date), and(eq("delivery_date", date.isEmpty() ? null : date), lt("id", id)));
    }

    @Override
    protected ReactiveMongoCollection<DeliveryDocument> collection() {
        return mongoCollection();
    }
}

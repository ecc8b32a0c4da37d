package app.earlybird.order.ordering.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import app.earlybird.order.ordering.application.Orders;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import app.earlybird.order.ordering.domain.OrderRefused;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@Singleton
class MongoOrders extends MongoAggregateStore<Order, OrderEvent, OrderDocument>
        implements Orders, ReactivePanacheMongoRepositoryBase<OrderDocument, String> {

    MongoOrders(EventMessages<Order, OrderEvent> messages, OutboxWriter outbox) {
        super(
                StoredCollection.ORDERS,
                OrderDocument::of,
                OrderDocument::toOrder,
                OrderRefused::notFound,
                messages,
                outbox);
    }

    @Override
    public Uni<Page<Order>> listByCustomer(String customerId, PageRequest page) {
        var after = page.after() == null ? empty() : after(page.after());
        return reader().page(
                        and(eq("customer_id", customerId), after),
                        descending("created_at", "id"),
                        page,
                        MongoOrders::position);
    }

    @Override
    public Uni<List<Order>> findOpen(String customerId, LocalDate from) {
        var open = Arrays.stream(OrderStatus.values())
                .filter(OrderStatus::isOpen)
                .map(OrderStatus::code)
                .toList();
        return reader().all(
                        and(eq("customer_id", customerId), gte("delivery_date", from.toString()), in("status", open)));
    }

    /** Orders of the monolith, whose times are text, come last, and none of them can be read. */
    private static @Nullable String position(BsonDocument last) {
        var created = last.get("created_at");
        return created != null && created.isDateTime()
                ? Instant.ofEpochMilli(created.asDateTime().getValue()) + "/" + Documents.text(last, "id")
                : null;
    }

    private static Bson after(String position) {
        try {
            var parts = position.split("/", 2);
            var time = Instant.parse(parts[0]);
            return or(lt("created_at", time), and(eq("created_at", time), lt("id", parts[1])));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw Failure.invalid("cursor", "is not a cursor of this list");
        }
    }

    @Override
    protected ReactiveMongoCollection<OrderDocument> collection() {
        return mongoCollection();
    }
}

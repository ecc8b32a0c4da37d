package app.earlybird.order.ordering.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventWriter;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.LoserRead;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.outbox.OutboxRelay;
import app.earlybird.kit.outbox.OutboxSource;
import app.earlybird.order.ordering.application.Orders;
import app.earlybird.order.ordering.application.Sight;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoOrders implements Orders, ReactivePanacheMongoRepositoryBase<OrderDocument, String> {

    private final OutboxRelay relay;
    private final OutboxSource source;
    private final EventWriter events;

    MongoOrders(OutboxRelay relay, OutboxSource source, EventWriter events) {
        this.relay = relay;
        this.source = source;
        this.events = events;
    }

    @Override
    public Uni<Order> add(Decision<Order, OrderEvent> placed) {
        var order = placed.state();
        return mongoCollection()
                .insertOne(OrderDocument.of(order, messages(placed, 1)))
                .invoke(() -> relay.nudge(source, order.id()))
                .replaceWith(order)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> LoserRead.of(() -> find(order.id(), Sight.EVERYTHING)));
    }

    @Override
    public Uni<Order> store(Decision<Order, OrderEvent> decided) {
        var order = decided.state();
        if (decided.isUnchanged()) {
            return Uni.createFrom().item(order);
        }
        var progress = order.progress();
        var changes = List.of(
                Updates.set("status", progress.status().word()),
                progress.deliveredAt() == null
                        ? Updates.unset("delivered_at")
                        : Updates.set("delivered_at", progress.deliveredAt()),
                Updates.set("applied." + OrderDocument.APPLIED_DELIVERY, progress.appliedDelivery()));
        return mongoCollection()
                .updateOne(
                        Guarded.filter("id", order.id(), order.version()),
                        Guarded.update(changes, messages(decided, order.eventSequence() + 1)))
                .flatMap(Guarded.orStale())
                .invoke(() -> relay.nudge(source, order.id()))
                .replaceWith(() -> order.stored(decided.events().size()));
    }

    @Override
    public Uni<@Nullable Order> find(String id, Sight sight) {
        return documents().first(and(eq("id", id), within(sight)));
    }

    @Override
    public Uni<Page<Order>> listOf(String customerId, PageRequest page) {
        var after = page.after() == null ? empty() : after(page.after());
        return documents()
                .page(
                        and(eq("customer_id", customerId), after),
                        descending("created_at", "id"),
                        page,
                        MongoOrders::position);
    }

    /** Orders of the monolith, whose times are text, come last, and none of them can be read. */
    private static @Nullable String position(BsonDocument last) {
        var created = last.get("created_at");
        return created != null && created.isDateTime()
                ? Instant.ofEpochMilli(created.asDateTime().getValue()) + "/" + Documents.text(last, "id")
                : null;
    }

    private Documents<OrderDocument, Order> documents() {
        return new Documents<>(mongoCollection(), OrderDocument::toOrder);
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

    private List<StoredEvent> messages(Decision<Order, OrderEvent> decided, long first) {
        var id = decided.state().id();
        return IntStream.range(0, decided.events().size())
                .mapToObj(i -> message(id, decided.events().get(i), first + i))
                .toList();
    }

    private StoredEvent message(String id, OrderEvent event, long sequence) {
        return events.write(OrderMessages.nameOf(event), id, id, sequence, OrderMessages.dataOf(event));
    }

    private static Bson within(Sight sight) {
        if (sight.onlyOfCustomer() != null) {
            return eq("customer_id", sight.onlyOfCustomer());
        }
        return sight.onlyOfBoy() == null ? empty() : eq("delivery_boy_id", sight.onlyOfBoy());
    }
}

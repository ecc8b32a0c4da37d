package app.earlybird.delivery.confirmation.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import app.earlybird.delivery.confirmation.application.Deliveries;
import app.earlybird.delivery.confirmation.application.Sight;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventWriter;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.outbox.OutboxRelay;
import app.earlybird.kit.outbox.OutboxSource;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoDeliveries implements Deliveries, ReactivePanacheMongoRepositoryBase<DeliveryDocument, String> {

    private static final String KEY = "order_id";

    private final OutboxRelay relay;
    private final OutboxSource source;
    private final EventWriter events;

    MongoDeliveries(OutboxRelay relay, OutboxSource source, EventWriter events) {
        this.relay = relay;
        this.source = source;
        this.events = events;
    }

    @Override
    public Uni<@Nullable Delivery> ofOrder(String orderId, Sight sight) {
        var within = sight.onlyOfBoy() == null ? empty() : eq("delivery_boy_id", sight.onlyOfBoy());
        return documents().first(and(eq(KEY, orderId), within));
    }

    @Override
    public Uni<Boolean> add(Decision<Delivery, DeliveryEvent> first) {
        return mongoCollection()
                .insertOne(DeliveryDocuments.of(first.state(), messages(first, 1)))
                .invoke(() -> nudge(first))
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Delivery> store(Decision<Delivery, DeliveryEvent> decided) {
        var delivery = decided.state();
        var announced = messages(decided, delivery.eventSequence() + 1);
        return mongoCollection()
                .updateOne(
                        Guarded.filter(KEY, delivery.plan().orderId(), delivery.version()),
                        Guarded.update(changes(delivery), announced))
                .flatMap(Guarded.orStale())
                .invoke(() -> nudge(decided))
                .replaceWith(() -> delivery.stored(announced.size()));
    }

    @Override
    public Uni<Page<Delivery>> listOf(String customerId, PageRequest page) {
        var after = page.after() == null ? empty() : after(page.after());
        return documents()
                .page(
                        and(eq("customer_id", customerId), after),
                        descending("delivery_date", "id"),
                        page,
                        MongoDeliveries::position);
    }

    private static String position(BsonDocument last) {
        return Objects.requireNonNullElse(Documents.text(last, "delivery_date"), "") + "/" + Documents.text(last, "id");
    }

    private Documents<DeliveryDocument, Delivery> documents() {
        return new Documents<>(mongoCollection(), DeliveryDocuments::delivery);
    }

    private static Bson after(String position) {
        var slash = position.indexOf('/');
        var date = position.substring(0, Math.max(slash, 0));
        var id = position.substring(slash + 1);
        return or(lt("delivery_date", date), and(eq("delivery_date", date.isEmpty() ? null : date), lt("id", id)));
    }

    private static List<Bson> changes(Delivery delivery) {
        var document = DeliveryDocuments.of(delivery, List.of());
        var changes = new ArrayList<Bson>(List.of(
                Updates.set("status", document.status()),
                Updates.set("customer_id", document.customerId()),
                Updates.set("shift", document.shift()),
                Updates.set("items", document.items()),
                Updates.set("attempts", document.attempts()),
                Updates.set("applied." + DeliveryDocument.APPLIED_ORDER, delivery.appliedOrder())));
        changes.add(setOrUnset("delivery_date", document.deliveryDate()));
        changes.add(setOrUnset("delivery_boy_id", document.deliveryBoyId()));
        changes.add(setOrUnset("delivered_at", document.deliveredAt()));
        changes.add(setOrUnset("confirmed_at", document.confirmedAt()));
        changes.add(setOrUnset("confirmed_by_user_id", document.confirmedByUserId()));
        changes.add(setOrUnset("confirmed_by_name", document.confirmedByName()));
        changes.add(setOrUnset("confirmation_method", document.confirmationMethod()));
        return changes;
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }

    private List<StoredEvent> messages(Decision<Delivery, DeliveryEvent> decided, long first) {
        return IntStream.range(0, decided.events().size())
                .mapToObj(i -> message(decided.state(), decided.events().get(i), first + i))
                .toList();
    }

    private StoredEvent message(Delivery delivery, DeliveryEvent event, long sequence) {
        return events.write(
                DeliveryMessages.nameOf(event),
                delivery.plan().orderId(),
                delivery.id(),
                sequence,
                DeliveryMessages.dataOf(event));
    }

    private void nudge(Decision<Delivery, DeliveryEvent> stored) {
        if (!stored.isUnchanged()) {
            relay.nudge(source, stored.state().plan().orderId());
        }
    }
}

package app.earlybird.customer.register.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.application.Sight;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerCreated;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventWriter;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.LoserRead;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.outbox.OutboxRelay;
import app.earlybird.kit.outbox.OutboxSource;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoCustomers implements Customers, ReactivePanacheMongoRepositoryBase<CustomerDocument, String> {

    private static final String APPLIED_IDENTITY = "applied.identity";

    private final OutboxRelay relay;
    private final OutboxSource source;
    private final EventWriter events;

    MongoCustomers(OutboxRelay relay, OutboxSource source, EventWriter events) {
        this.relay = relay;
        this.source = source;
        this.events = events;
    }

    @Override
    public Uni<Customer> add(Decision<Customer, CustomerCreated> registered) {
        var customer = registered.state();
        var announced = registered.events().stream()
                .map(event -> message(customer, event))
                .toList();
        return mongoCollection()
                .insertOne(CustomerDocument.of(customer, announced))
                .invoke(() -> relay.nudge(source, customer.id()))
                .replaceWith(customer)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> LoserRead.of(() -> find(customer.id(), Sight.EVERYTHING)));
    }

    @Override
    public Uni<@Nullable Customer> find(String id, Sight sight) {
        return mongoCollection()
                .find(and(eq("id", id), within(sight)))
                .collect()
                .first()
                .map(document -> document == null ? null : document.toCustomer());
    }

    @Override
    public Uni<Page<Customer>> list(Sight sight, PageRequest page) {
        var after = page.after() == null ? empty() : gt("id", page.after());
        return mongoCollection()
                .find(
                        and(within(sight), after),
                        new FindOptions().sort(ascending("id")).limit(page.limit() + 1))
                .map(CustomerDocument::toCustomer)
                .collect()
                .asList()
                .map(read -> Page.cut(read, page, Customer::id));
    }

    @Override
    public Uni<Boolean> recordLogin(String customerId, Customer.Login login, long answeredSequence) {
        var notYet =
                and(eq("id", customerId), or(exists(APPLIED_IDENTITY, false), lt(APPLIED_IDENTITY, answeredSequence)));
        var code = login.conflictCode() == null
                ? Updates.unset("login_conflict_code")
                : Updates.set("login_conflict_code", login.conflictCode());
        var changes = List.of(
                Updates.set("login_state", login.state().word()),
                code,
                Updates.set(APPLIED_IDENTITY, answeredSequence));
        return mongoCollection()
                .updateOne(notYet, Guarded.update(changes, List.of()))
                .map(result -> result.getMatchedCount() == 1);
    }

    private StoredEvent message(Customer customer, CustomerCreated event) {
        return events.write(
                CustomerMessages.CREATED,
                customer.id(),
                customer.id(),
                customer.eventSequence(),
                CustomerMessages.of(event));
    }

    private static Bson within(Sight sight) {
        if (sight.onlyCustomer() != null) {
            return eq("id", sight.onlyCustomer());
        }
        return sight.onlyOfMarketer() == null ? empty() : eq("marketing_boy_id", sight.onlyOfMarketer());
    }
}

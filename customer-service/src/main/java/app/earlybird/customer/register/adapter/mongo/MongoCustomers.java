package app.earlybird.customer.register.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.application.Note;
import app.earlybird.customer.register.application.RecordLogin;
import app.earlybird.customer.register.application.Sight;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
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
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
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
    public Uni<Customer> add(Decision<Customer, CustomerEvent> registered) {
        var customer = registered.state();
        return mongoCollection()
                .insertOne(CustomerDocument.of(customer, messages(registered, 1)))
                .invoke(() -> relay.nudge(source, customer.id()))
                .replaceWith(customer)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> LoserRead.of(() -> find(customer.id(), Sight.EVERYTHING)));
    }

    @Override
    public Uni<@Nullable Customer> find(String id, Sight sight) {
        return first(and(eq("id", id), within(sight)));
    }

    @Override
    public Uni<List<Customer>> withIds(Collection<String> ids) {
        return documents().all(in("id", ids));
    }

    @Override
    public Uni<Page<Customer>> list(Sight sight, Filter filter, PageRequest page) {
        return page(and(within(sight), matching(filter)), page);
    }

    @Override
    public Uni<Page<Customer>> inLinkState(String state, PageRequest page) {
        return page(eq("login_state", state), page);
    }

    @Override
    public Uni<Customer> store(Decision<Customer, CustomerEvent> decided, @Nullable Note note) {
        var extra = note == null ? List.<Bson>of() : List.of(Updates.push("audit", NoteDocument.of(note)));
        return write(decided, extra);
    }

    @Override
    public Uni<@Nullable Customer> unanswered(String id, Answered answer) {
        return first(and(eq("id", id), or(exists(APPLIED_IDENTITY, false), lt(APPLIED_IDENTITY, answer.sequence()))));
    }

    @Override
    public Uni<Customer> storeAnswer(Decision<Customer, CustomerEvent> decided, Answered answer) {
        return write(decided, List.of(Updates.set(APPLIED_IDENTITY, answer.sequence())))
                .onFailure(MongoErrors::isDuplicateKey)
                .transform(taken -> new Failure(
                        Failure.Kind.CONFLICT, RecordLogin.LINKED_ELSEWHERE, "Another customer has this user"));
    }

    @Override
    public Uni<@Nullable List<Note>> notes(String id) {
        return new Documents<>(mongoCollection(), CustomerDocument::auditTrail).first(eq("id", id));
    }

    private Uni<Customer> write(Decision<Customer, CustomerEvent> decided, List<Bson> extra) {
        var customer = decided.state();
        var changes = new ArrayList<>(CustomerChanges.of(customer));
        changes.addAll(extra);
        var announced = messages(decided, customer.eventSequence() + 1);
        return mongoCollection()
                .updateOne(Guarded.filter("id", customer.id(), customer.version()), Guarded.update(changes, announced))
                .flatMap(Guarded.orStale())
                .invoke(() -> relay.nudge(source, customer.id()))
                .map(written -> customer.stored(announced.size()));
    }

    private Uni<Page<Customer>> page(Bson filter, PageRequest page) {
        var after = page.after() == null ? empty() : gt("id", page.after());
        return documents().page(and(filter, after), ascending("id"), page, last -> Documents.text(last, "id"));
    }

    private Uni<@Nullable Customer> first(Bson filter) {
        return documents().first(filter);
    }

    private Documents<CustomerDocument, Customer> documents() {
        return new Documents<>(mongoCollection(), CustomerDocument::toCustomer);
    }

    private List<StoredEvent> messages(Decision<Customer, CustomerEvent> decided, long firstSequence) {
        var customer = decided.state();
        return IntStream.range(0, decided.events().size())
                .mapToObj(i -> {
                    var event = decided.events().get(i);
                    var state = CustomerMessages.of(customer, event);
                    return events.write(
                            CustomerMessages.name(event), customer.id(), customer.id(), firstSequence + i, state);
                })
                .toList();
    }

    private static Bson matching(Filter filter) {
        return and(
                filter.status() == null ? empty() : eq("status", filter.status()),
                filter.area() == null ? empty() : eq("area", filter.area()),
                filter.marketingStaff() == null ? empty() : eq("marketing_boy_id", filter.marketingStaff()));
    }

    private static Bson within(Sight sight) {
        if (sight.onlyCustomer() != null) {
            return eq("id", sight.onlyCustomer());
        }
        return sight.onlyOfMarketer() == null ? empty() : eq("marketing_boy_id", sight.onlyOfMarketer());
    }
}

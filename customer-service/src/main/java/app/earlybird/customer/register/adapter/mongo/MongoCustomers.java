package app.earlybird.customer.register.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@Singleton
class MongoCustomers extends MongoAggregateStore<Customer, CustomerEvent, CustomerDocument>
        implements Customers, ReactivePanacheMongoRepositoryBase<CustomerDocument, String> {

    MongoCustomers(EventMessages<Customer, CustomerEvent> messages, OutboxWriter outbox) {
        super(
                StoredCollection.CUSTOMERS,
                CustomerDocument::of,
                CustomerDocument::toCustomer,
                CustomerRefused::notFound,
                messages,
                outbox);
    }

    @Override
    public Uni<List<Customer>> findAllById(Collection<String> ids) {
        return reader().all(in("id", ids));
    }

    @Override
    public Uni<Page<Customer>> list(Visibility who, Filter filter, PageRequest page) {
        return reader().pageBy(
                        "id",
                        and(
                                visibleTo(who),
                                wanted("status", filter.status()),
                                wanted("area", filter.area()),
                                wanted("marketing_boy_id", filter.marketingStaff())),
                        page);
    }

    @Override
    public Uni<Page<Customer>> listByLinkState(Link.State state, PageRequest page) {
        return reader().pageBy("id", eq("login_state", state.code()), page);
    }

    private static Bson wanted(String field, @Nullable String value) {
        return value == null ? empty() : eq(field, value);
    }

    @Override
    protected ReactiveMongoCollection<CustomerDocument> collection() {
        return mongoCollection();
    }

    /** Of an update, the only unique value that can be taken is the user. */
    @Override
    protected Throwable onDuplicateKey(Throwable failure) {
        return new Failure(Failure.Kind.CONFLICT, USER_LINKED_ELSEWHERE, "Another customer has this user");
    }
}

package app.earlybird.order.customerview.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.order.customerview.application.CustomerRef;
import app.earlybird.order.customerview.application.CustomerRefs;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoCustomerRefs implements CustomerRefs, ReactivePanacheMongoRepositoryBase<CustomerRefDocument, String> {

    private static final String KEY = "customer_id";

    @Override
    public Uni<@Nullable CustomerRef> findByCustomerId(String customerId) {
        return mongoCollection()
                .find(eq(KEY, customerId))
                .collect()
                .first()
                .map(document -> document == null ? null : document.toRef());
    }

    @Override
    public Uni<Boolean> replaceOlder(CustomerRef ref) {
        return replaced(ref).flatMap(replaced -> replaced ? Uni.createFrom().item(true) : insert(ref));
    }

    /** The duplicate key says that somebody inserted in between: replace that one if it is older. */
    private Uni<Boolean> insert(CustomerRef ref) {
        return mongoCollection()
                .insertOne(CustomerRefDocument.of(ref))
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> replaced(ref));
    }

    private Uni<Boolean> replaced(CustomerRef ref) {
        return mongoCollection()
                .replaceOne(and(eq(KEY, ref.customerId()), lt("sequence", ref.sequence())), CustomerRefDocument.of(ref))
                .map(result -> result.getMatchedCount() == 1);
    }
}

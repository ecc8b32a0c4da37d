package app.earlybird.order.runtime;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.outbox.OutboxSource;
import app.earlybird.kit.runtime.RequiredIndexes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What this service keeps, and where its events go. */
class Storage {

    private static final String ORDERS = "orders";

    @Produces
    @Singleton
    OutboxSource orders() {
        return new OutboxSource(ORDERS, "id", Topic.Name.ORDER);
    }

    @Produces
    @Singleton
    RequiredIndexes indexes() {
        return new RequiredIndexes(Map.of(
                ORDERS,
                List.of("id_1", "customer_id_1_created_at_-1_id_-1", "outbox_since_1"),
                "products",
                List.of("id_1"),
                "customer_refs",
                List.of("customer_id_1")));
    }
}

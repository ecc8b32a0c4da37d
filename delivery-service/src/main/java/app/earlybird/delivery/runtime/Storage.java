package app.earlybird.delivery.runtime;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.outbox.OutboxSource;
import app.earlybird.kit.runtime.RequiredIndexes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What this service keeps, and where its events go. */
class Storage {

    private static final String DELIVERIES = "delivery_statuses";

    @Produces
    @Singleton
    OutboxSource deliveries() {
        return new OutboxSource(DELIVERIES, "order_id", Topic.Name.DELIVERY);
    }

    @Produces
    @Singleton
    RequiredIndexes indexes() {
        return new RequiredIndexes(
                Map.of(DELIVERIES, List.of("order_id_1", "customer_id_1_delivery_date_-1_id_-1", "outbox_since_1")));
    }
}

package app.earlybird.customer.runtime;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.outbox.OutboxSource;
import app.earlybird.kit.runtime.RequiredIndexes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What this service keeps, and where its events go. */
class Storage {

    private static final String CUSTOMERS = "customers_v2";

    @Produces
    @Singleton
    OutboxSource customers() {
        return new OutboxSource(CUSTOMERS, "id", Topic.Name.CUSTOMER);
    }

    @Produces
    @Singleton
    RequiredIndexes indexes() {
        return new RequiredIndexes(Map.of(
                CUSTOMERS,
                List.of(
                        "id_1",
                        "user_id_1",
                        "marketing_boy_id_1_id_1",
                        "status_1_id_1",
                        "area_1_id_1",
                        "login_state_1_id_1",
                        "outbox_since_1")));
    }
}

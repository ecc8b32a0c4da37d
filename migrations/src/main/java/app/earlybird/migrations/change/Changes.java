package app.earlybird.migrations.change;

import static app.earlybird.migrations.engine.Databases.Owner.AUTH;
import static app.earlybird.migrations.engine.Databases.Owner.CUSTOMER;
import static app.earlybird.migrations.engine.Databases.Owner.DELIVERY;
import static app.earlybird.migrations.engine.Databases.Owner.ORDER;
import static app.earlybird.migrations.engine.IndexSpec.Kind.PLAIN;
import static app.earlybird.migrations.engine.IndexSpec.Kind.SPARSE;
import static app.earlybird.migrations.engine.IndexSpec.Kind.UNIQUE;
import static app.earlybird.migrations.engine.IndexSpec.Kind.UNIQUE_SPARSE;

import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Migration;
import java.util.List;

/** Every migration there is. The queries of a service come from its adapters; each has its index here. */
public final class Changes {

    private Changes() {}

    public static List<Migration> all() {
        return List.of(
                new OrdersToSubscriptions(),
                new DeliveriesToOrders(),
                new UsersAndCustomers(),
                auth(),
                customer(),
                order(),
                delivery(),
                identity(),
                links());
    }

    private static Migration auth() {
        return new IndexMigration(
                "010",
                "indexes_of_auth_service",
                List.of(
                        new IndexSpec(AUTH, "users", "id", UNIQUE),
                        new IndexSpec(AUTH, "users", "email_normalised", UNIQUE_SPARSE),
                        new IndexSpec(AUTH, "users", "customer_v2_id", UNIQUE_SPARSE),
                        new IndexSpec(AUTH, "users", "outbox_since", SPARSE),
                        new IndexSpec(AUTH, "provisionings", "customer_id", UNIQUE),
                        new IndexSpec(AUTH, "provisionings", "outbox_since", SPARSE),
                        new IndexSpec(AUTH, "signing_keys", "number", UNIQUE)));
    }

    private static Migration customer() {
        return new IndexMigration(
                "011",
                "indexes_of_customer_service",
                List.of(
                        new IndexSpec(CUSTOMER, "customers_v2", "id", UNIQUE),
                        new IndexSpec(CUSTOMER, "customers_v2", "user_id", UNIQUE_SPARSE),
                        new IndexSpec(CUSTOMER, "customers_v2", "marketing_boy_id id", PLAIN),
                        new IndexSpec(CUSTOMER, "customers_v2", "outbox_since", SPARSE)));
    }

    private static Migration order() {
        return new IndexMigration(
                "012",
                "indexes_of_order_service",
                List.of(
                        new IndexSpec(ORDER, "products", "id", UNIQUE),
                        new IndexSpec(ORDER, "orders", "id", UNIQUE),
                        new IndexSpec(ORDER, "orders", "customer_id -created_at -id", PLAIN),
                        new IndexSpec(ORDER, "orders", "outbox_since", SPARSE),
                        new IndexSpec(ORDER, "customer_refs", "customer_id", UNIQUE)));
    }

    private static Migration delivery() {
        return new IndexMigration(
                "013",
                "indexes_of_delivery_service",
                List.of(
                        new IndexSpec(DELIVERY, "delivery_statuses", "order_id", UNIQUE_SPARSE),
                        new IndexSpec(DELIVERY, "delivery_statuses", "customer_id -delivery_date -id", PLAIN),
                        new IndexSpec(DELIVERY, "delivery_statuses", "outbox_since", SPARSE)));
    }

    private static Migration identity() {
        return new IndexMigration(
                "014",
                "indexes_of_sessions_and_throttles",
                List.of(
                        new IndexSpec(AUTH, "users", "role id", PLAIN),
                        new IndexSpec(AUTH, "sessions", "user_id _id", PLAIN),
                        new IndexSpec(AUTH, "sessions", "ends_at", PLAIN),
                        new IndexSpec(AUTH, "login_throttles", "expires_at", PLAIN)));
    }

    private static Migration links() {
        return new IndexMigration(
                "015",
                "indexes_of_the_life_of_customers",
                List.of(
                        new IndexSpec(CUSTOMER, "customers_v2", "status id", PLAIN),
                        new IndexSpec(CUSTOMER, "customers_v2", "area id", PLAIN),
                        new IndexSpec(CUSTOMER, "customers_v2", "login_state id", PLAIN)));
    }
}

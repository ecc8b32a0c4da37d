package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.Migration;
import java.util.List;

/** Every migration there is. */
public final class Changes {

    private Changes() {}

    public static List<Migration> all() {
        return List.of(new OrdersToSubscriptions(), new DeliveriesToOrders(), new UsersAndCustomers());
    }
}

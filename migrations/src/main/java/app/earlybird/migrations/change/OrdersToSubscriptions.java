package app.earlybird.migrations.change;

import static app.earlybird.migrations.engine.IndexSpec.Kind.PLAIN;
import static com.mongodb.client.model.Filters.empty;

import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.DataMigration;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Fill;
import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.engine.Work;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.Plan;
import app.earlybird.migrations.match.Stop;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** 001: which subscription an order came from, where that can be told. What stands there already is left alone. */
final class OrdersToSubscriptions implements DataMigration {

    private static final String FIELD = "subscription_id";
    private static final Bson SEEN = Projections.include(
            "id",
            "version",
            "customer_id",
            "customerId",
            "user_id",
            "order_type",
            FIELD,
            "delivery_date",
            "delivery_boy_id",
            "status",
            "migrated_001",
            "items",
            "products");

    @Override
    public String id() {
        return "001";
    }

    @Override
    public String name() {
        return "orders_subscription_id";
    }

    @Override
    public List<Place> places() {
        return List.of(Places.ORDERS);
    }

    @Override
    public List<IndexSpec> indexes() {
        return List.of(
                new IndexSpec(Owner.ORDER, "orders", FIELD, PLAIN),
                new IndexSpec(Owner.ORDER, "orders", "user_id subscription_id", PLAIN));
    }

    @Override
    public void prepare(Work work) {
        var tidy = new Tidy(work);
        tidy.findDuplicateIds(Places.ORDERS);
        tidy.refuseDuplicates();
    }

    @Override
    public void fill(Work work) {
        Tidy.giveIds(work, Places.ORDERS);
        var logins = Places.logins(work);
        var plan = new Plan(logins);
        work.databases().all(Places.SUBSCRIPTIONS).forEach(plan::add);
        work.each(
                new Step("subscriptions", work.databases().collection(Places.ORDERS), empty(), SEEN),
                batch -> settle(work, batch, logins, plan));
    }

    private static long settle(Work work, List<Document> batch, Logins logins, Plan plan) {
        var fills = new ArrayList<Fill>();
        for (var order : batch) {
            var stop = Stop.of(order, logins);
            if (Legacy.hasOddLink(order, FIELD)) {
                work.report(new Conflict("odd_link", "orders/" + Legacy.id(order), Map.of()));
            } else if (Legacy.text(order, FIELD) != null) {
                check(work, order, stop, plan);
            } else if (isOfSubscription(order)) {
                derive(work, order, plan.originsOf(stop), fills);
            } else {
                work.counters().see("one_time", 1);
            }
        }
        return work.fill(work.databases().collection(Places.ORDERS), fills)
                .late()
                .size();
    }

    private static void derive(Work work, Document order, List<String> origins, List<Fill> fills) {
        if (origins.size() == 1) {
            fills.add(Fill.of(order, Map.of(FIELD, origins.getFirst()), "only_subscription_of_product"));
        } else {
            var kind = origins.isEmpty() ? "no_subscription" : "several_subscriptions";
            work.report(new Conflict(kind, "orders/" + Legacy.id(order), Map.of("subscriptions", origins)));
        }
    }

    private static void check(Work work, Document order, Stop stop, Plan plan) {
        var subscription = String.valueOf(Legacy.text(order, FIELD));
        if (!plan.has(subscription)) {
            work.report(conflict("dangling_subscription", order, subscription));
        } else if (!plan.isOf(subscription, stop.customer())) {
            work.report(conflict("subscription_of_other_customer", order, subscription));
        } else {
            work.counters().see("already_ok", 1);
        }
    }

    private static Conflict conflict(String kind, Document order, String subscription) {
        return new Conflict(kind, "orders/" + Legacy.id(order), Map.of("subscription", subscription));
    }

    private static boolean isOfSubscription(Document order) {
        var type = Legacy.text(order, "order_type");
        return type != null && type.toLowerCase(Locale.ROOT).equals("subscription");
    }
}

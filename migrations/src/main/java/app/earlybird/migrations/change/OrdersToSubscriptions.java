package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.empty;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.migrations.engine.Backfill;
import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.Migration;
import app.earlybird.migrations.engine.MigrationContext;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.match.DeliveryKey;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.Plan;
import app.earlybird.operations.schema.DeclaredIndex;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** 001: which subscription an order came from, where that is certain. A value that is there already is not changed. */
final class OrdersToSubscriptions implements Migration {

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
    public List<DeclaredIndex> indexes() {
        return List.of(
                DeclaredIndex.of(StoredCollection.ORDERS, FIELD),
                DeclaredIndex.of(StoredCollection.ORDERS, "user_id subscription_id"));
    }

    @Override
    public void prepare(MigrationContext context) {
        var tidy = new UniquenessPreflight(context);
        tidy.findDuplicateIds(Places.ORDERS);
        tidy.refuseDuplicates();
    }

    @Override
    public void fill(MigrationContext context) {
        UniquenessPreflight.giveIds(context, Places.ORDERS);
        var logins = Places.logins(context);
        var plan = new Plan(logins);
        context.databases().all(Places.SUBSCRIPTIONS).forEach(plan::add);
        context.each(
                new Step("subscriptions", context.databases().collection(Places.ORDERS), empty(), SEEN),
                batch -> settle(context, batch, logins, plan));
    }

    private static long settle(MigrationContext context, List<Document> batch, Logins logins, Plan plan) {
        var fills = new ArrayList<Backfill>();
        for (var order : batch) {
            var stop = DeliveryKey.of(order, logins);
            if (Legacy.hasMalformedLink(order, FIELD)) {
                context.report(new Conflict("malformed_link", "orders/" + Legacy.id(order), Map.of()));
            } else if (Legacy.text(order, FIELD) != null) {
                check(context, order, stop, plan);
            } else if (isOfSubscription(order)) {
                derive(context, order, plan.originsOf(stop), fills);
            } else {
                context.counters().see("one_time", 1);
            }
        }
        return context.fill(context.databases().collection(Places.ORDERS), fills)
                .late()
                .size();
    }

    private static void derive(MigrationContext context, Document order, List<String> origins, List<Backfill> fills) {
        if (origins.size() == 1) {
            fills.add(Backfill.of(order, Map.of(FIELD, origins.getFirst()), "only_subscription_of_product"));
        } else {
            var kind = origins.isEmpty() ? "no_subscription" : "several_subscriptions";
            context.report(new Conflict(kind, "orders/" + Legacy.id(order), Map.of("subscriptions", origins)));
        }
    }

    private static void check(MigrationContext context, Document order, DeliveryKey stop, Plan plan) {
        var subscription = String.valueOf(Legacy.text(order, FIELD));
        if (!plan.has(subscription)) {
            context.report(conflict("dangling_subscription", order, subscription));
        } else if (!plan.isOf(subscription, stop.customer())) {
            context.report(conflict("subscription_of_other_customer", order, subscription));
        } else {
            context.counters().see("already_ok", 1);
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

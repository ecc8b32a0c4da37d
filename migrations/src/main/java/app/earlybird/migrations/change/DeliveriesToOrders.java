package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.ne;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.migrations.engine.Backfill;
import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.Migration;
import app.earlybird.migrations.engine.MigrationContext;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.match.DeliveryKey;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.OrderMatcher;
import app.earlybird.operations.schema.DeclaredIndex;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.conversions.Bson;

/** 002: the order of a delivery, where customer, day, boy and product name just one; the rest is for people. */
final class DeliveriesToOrders implements Migration {

    static final String FIELD = "order_id";
    static final String MARK = "migrated_002";
    static final List<Place> DELIVERIES = List.of(Places.DELIVERIES, Places.LINK_DELIVERIES);
    private static final String RULE = "customer_day_boy_product";
    private static final int ORDERS_AT_ONCE = 100_000;
    static final Bson SEEN = Projections.include(
            "id",
            "version",
            FIELD,
            "customer_id",
            "customerId",
            "user_id",
            "delivery_date",
            "delivery_boy_id",
            MARK,
            "status",
            "items.product_id",
            "items.productId",
            "items.product_name",
            "items.productName",
            "products.product_id",
            "products.productId",
            "products.product_name",
            "products.productName");

    @Override
    public String id() {
        return "002";
    }

    @Override
    public String name() {
        return "delivery_statuses_order_id";
    }

    @Override
    public List<Place> places() {
        return DELIVERIES.reversed();
    }

    @Override
    public List<DeclaredIndex> indexes() {
        return List.of(
                DeclaredIndex.of(StoredCollection.DELIVERIES, FIELD),
                DeclaredIndex.of(StoredCollection.DELIVERIES, "customer_id order_id -delivery_date"));
    }

    @Override
    public void prepare(MigrationContext context) {
        var tidy = new UniquenessPreflight(context);
        tidy.removeNulls(Places.DELIVERIES, FIELD);
        tidy.findDuplicates(Places.DELIVERIES, FIELD, UniquenessPreflight.DUPLICATE_DELIVERY);
        tidy.refuseDuplicates();
    }

    /** An order that has found another delivery since keeps it. */
    @Override
    public Restorable restorable(MigrationContext context) {
        var taken = new HashMap<Place, Set<Object>>();
        for (var place : DELIVERIES) {
            var named = taken.computeIfAbsent(place, none -> new HashSet<>());
            context.find(place, ne(FIELD, null), Projections.include(FIELD))
                    .forEach(delivery -> named.add(delivery.get(FIELD)));
        }
        return (place, document, field, removed) ->
                taken.getOrDefault(place, Set.of()).contains(removed) ? Restorable.Answer.NEVER : Restorable.Answer.NOW;
    }

    /** In parts of some customers each, so that the memory it takes does not grow with the number of orders. */
    @Override
    public void fill(MigrationContext context) {
        var logins = Places.logins(context);
        var orders = context.databases().collection(Places.ORDERS).estimatedDocumentCount();
        var parts = (int) (orders / ORDERS_AT_ONCE) + 1;
        for (int number = 0; number < parts; number++) {
            var part = DeliveryPart.read(context, number, parts, logins);
            for (var place : DELIVERIES) {
                var book = part.bookFor(place);
                context.each(
                        new Step(
                                "%s_%d_of_%d".formatted(place.collection(), number + 1, parts),
                                context.databases().collection(place),
                                empty(),
                                SEEN),
                        batch -> settle(context, place, part.of(batch), book));
            }
        }
    }

    private static long settle(
            MigrationContext context, Place place, List<DeliveryPart.Seen> batch, OrderMatcher book) {
        var fills = new ArrayList<Backfill>();
        for (var seen : batch) {
            if (Legacy.isOfSuite(seen.document())) {
                context.counters().see("of_the_suite", 1);
                continue;
            }
            if (Legacy.hasMalformedLink(seen.document(), FIELD)) {
                context.report(new Conflict("malformed_link", subject(place, seen), Map.of()));
                continue;
            }
            if (Legacy.text(seen.document(), FIELD) != null) {
                check(context, place, seen, book);
                continue;
            }
            var match = book.match(seen.stop());
            if (match.order() != null) {
                fills.add(Backfill.of(seen.document(), Map.of(FIELD, match.order()), RULE));
            } else {
                context.report(new Conflict(
                        String.valueOf(match.refused()), subject(place, seen), Map.of("day", day(seen.stop()))));
            }
        }
        return context.fill(context.databases().collection(place), fills).late().size();
    }

    private static void check(MigrationContext context, Place place, DeliveryPart.Seen seen, OrderMatcher book) {
        var order = String.valueOf(Legacy.text(seen.document(), FIELD));
        if (book.has(order)
                && Objects.equals(book.customerOf(order), seen.stop().customer())) {
            context.counters().see("already_ok", 1);
        } else {
            var kind = book.has(order) ? "order_of_other_customer" : "dangling_order";
            context.report(new Conflict(kind, subject(place, seen), Map.of("order", order)));
        }
    }

    private static String subject(Place place, DeliveryPart.Seen seen) {
        return place.collection() + "/" + seen.stop().id();
    }

    private static String day(DeliveryKey stop) {
        return stop.day() == null ? "unreadable" : stop.day().toString();
    }
}

package app.earlybird.migrations.change;

import static app.earlybird.migrations.engine.IndexSpec.Kind.PLAIN;
import static app.earlybird.migrations.engine.IndexSpec.Kind.UNIQUE_SPARSE;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.ne;

import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.DataMigration;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Fill;
import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.engine.Work;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.OrderBook;
import app.earlybird.migrations.match.Stop;
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
final class DeliveriesToOrders implements DataMigration {

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
    public List<IndexSpec> indexes() {
        return List.of(
                new IndexSpec(Owner.DELIVERY, "delivery_statuses", FIELD, UNIQUE_SPARSE),
                new IndexSpec(Owner.DELIVERY, "delivery_statuses", "customer_id order_id -delivery_date", PLAIN));
    }

    @Override
    public void prepare(Work work) {
        var tidy = new Tidy(work);
        tidy.removeNulls(Places.DELIVERIES, FIELD);
        tidy.findDuplicates(Places.DELIVERIES, FIELD, Tidy.DUPLICATE_DELIVERY);
        tidy.refuseDuplicates();
    }

    /** An order that has found another delivery since keeps it. */
    @Override
    public Restorable restorable(Work work) {
        var taken = new HashMap<Place, Set<Object>>();
        for (var place : DELIVERIES) {
            var named = taken.computeIfAbsent(place, none -> new HashSet<>());
            work.find(place, ne(FIELD, null), Projections.include(FIELD))
                    .forEach(delivery -> named.add(delivery.get(FIELD)));
        }
        return (place, document, field, removed) ->
                taken.getOrDefault(place, Set.of()).contains(removed) ? Restorable.Answer.NEVER : Restorable.Answer.NOW;
    }

    /** In parts of some customers each, so that the memory it takes does not grow with the number of orders. */
    @Override
    public void fill(Work work) {
        var logins = Places.logins(work);
        var orders = work.databases().collection(Places.ORDERS).estimatedDocumentCount();
        var parts = (int) (orders / ORDERS_AT_ONCE) + 1;
        for (int number = 0; number < parts; number++) {
            var part = DeliveryPart.read(work, number, parts, logins);
            for (var place : DELIVERIES) {
                var book = part.bookFor(place);
                work.each(
                        new Step(
                                "%s_%d_of_%d".formatted(place.collection(), number + 1, parts),
                                work.databases().collection(place),
                                empty(),
                                SEEN),
                        batch -> settle(work, place, part.of(batch), book));
            }
        }
    }

    private static long settle(Work work, Place place, List<DeliveryPart.Seen> batch, OrderBook book) {
        var fills = new ArrayList<Fill>();
        for (var seen : batch) {
            if (Legacy.isOfSuite(seen.document())) {
                work.counters().see("of_the_suite", 1);
                continue;
            }
            if (Legacy.hasOddLink(seen.document(), FIELD)) {
                work.report(new Conflict("odd_link", subject(place, seen), Map.of()));
                continue;
            }
            if (Legacy.text(seen.document(), FIELD) != null) {
                check(work, place, seen, book);
                continue;
            }
            var match = book.match(seen.stop());
            if (match.order() != null) {
                fills.add(Fill.of(seen.document(), Map.of(FIELD, match.order()), RULE));
            } else {
                work.report(new Conflict(
                        String.valueOf(match.refused()), subject(place, seen), Map.of("day", day(seen.stop()))));
            }
        }
        return work.fill(work.databases().collection(place), fills).late().size();
    }

    private static void check(Work work, Place place, DeliveryPart.Seen seen, OrderBook book) {
        var order = String.valueOf(Legacy.text(seen.document(), FIELD));
        if (book.has(order)
                && Objects.equals(book.customerOf(order), seen.stop().customer())) {
            work.counters().see("already_ok", 1);
        } else {
            var kind = book.has(order) ? "order_of_other_customer" : "dangling_order";
            work.report(new Conflict(kind, subject(place, seen), Map.of("order", order)));
        }
    }

    private static String subject(Place place, DeliveryPart.Seen seen) {
        return place.collection() + "/" + seen.stop().id();
    }

    private static String day(Stop stop) {
        return stop.day() == null ? "unreadable" : stop.day().toString();
    }
}

package app.earlybird.migrations.change;

import static app.earlybird.migrations.engine.IndexSpec.Kind.PLAIN;
import static app.earlybird.migrations.engine.IndexSpec.Kind.UNIQUE_SPARSE;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;

import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Fill;
import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Migration;
import app.earlybird.migrations.engine.Work;
import app.earlybird.migrations.engine.Work.Step;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.OrderBook;
import app.earlybird.migrations.match.Stop;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;

/** 002: the order of a delivery, where customer, day, boy and product name just one; the rest is for people. */
final class DeliveriesToOrders implements Migration {

    static final String FIELD = "order_id";
    private static final String RULE = "customer_day_boy_product";
    private static final int ORDERS_AT_ONCE = 100_000;
    static final Bson SEEN = Projections.include(
            "id",
            "version",
            FIELD,
            "customer_id",
            "user_id",
            "delivery_date",
            "delivery_boy_id",
            "status",
            "items.product_id",
            "items.product_name",
            "products.product_name");

    @Override
    public String id() {
        return "002";
    }

    @Override
    public String name() {
        return "delivery_statuses_order_id";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean isOfData() {
        return true;
    }

    @Override
    public List<Place> places() {
        return List.of(Places.LINK_DELIVERIES, Places.DELIVERIES);
    }

    @Override
    public List<IndexSpec> indexes() {
        return List.of(
                new IndexSpec(Owner.DELIVERY, "delivery_statuses", FIELD, UNIQUE_SPARSE),
                new IndexSpec(Owner.DELIVERY, "delivery_statuses", "customer_id order_id -delivery_date", PLAIN));
    }

    @Override
    public void prepare(Work work) {
        Tidy.removeNulls(work, Places.DELIVERIES, FIELD);
        Tidy.refuseDuplicates(work, Places.DELIVERIES, FIELD, "duplicate_delivery");
    }

    /** In parts of some customers each, so that the memory it takes does not grow with the number of orders. */
    @Override
    public void fill(Work work) {
        var logins = Places.logins(work.databases());
        var orders = work.databases().collection(Places.ORDERS).estimatedDocumentCount();
        var parts = (int) (orders / ORDERS_AT_ONCE) + 1;
        for (int number = 0; number < parts; number++) {
            var part = new DeliveryPart(number, parts, logins);
            for (var place : List.of(Places.DELIVERIES, Places.LINK_DELIVERIES)) {
                var deliveries = work.databases().collection(place);
                var book = part.book(work, deliveries);
                work.each(
                        new Step(place.collection() + "_" + number, deliveries, empty(), SEEN),
                        batch -> settle(work, place, part.of(batch), book));
            }
        }
    }

    private static long settle(Work work, Place place, List<DeliveryPart.Seen> batch, OrderBook book) {
        var fills = new ArrayList<Fill>();
        var linked = new ArrayList<DeliveryPart.Seen>();
        for (var seen : batch) {
            if (Legacy.isOfSuite(seen.document())) {
                work.counters().add("of_the_suite", 1);
                continue;
            }
            if (Legacy.text(seen.document(), FIELD) != null) {
                linked.add(seen);
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
        check(work, place, linked, book);
        return work.fill(work.databases().collection(place), fills).size();
    }

    private static void check(Work work, Place place, List<DeliveryPart.Seen> linked, OrderBook book) {
        var elsewhere = linked.stream()
                .map(seen -> String.valueOf(Legacy.text(seen.document(), FIELD)))
                .filter(order -> !book.has(order))
                .toList();
        var known = elsewhere.isEmpty() ? List.<String>of() : known(work, elsewhere);
        for (var seen : linked) {
            var order = String.valueOf(Legacy.text(seen.document(), FIELD));
            if (book.has(order)
                    && Objects.equals(book.customerOf(order), seen.stop().customer())) {
                work.counters().add("already_ok", 1);
            } else {
                var exists = book.has(order) || known.contains(order);
                work.report(new Conflict(
                        exists ? "order_of_other_customer" : "dangling_order",
                        subject(place, seen),
                        Map.of("order", order)));
            }
        }
    }

    private static List<String> known(Work work, List<String> orders) {
        return work.databases()
                .collection(Places.ORDERS)
                .find(in("id", orders))
                .projection(Projections.include("id"))
                .map(order -> order.getString("id"))
                .into(new ArrayList<>());
    }

    private static String subject(Place place, DeliveryPart.Seen seen) {
        return place.collection() + "/" + seen.stop().id();
    }

    private static String day(Stop stop) {
        return stop.day() == null ? "unreadable" : stop.day().toString();
    }
}

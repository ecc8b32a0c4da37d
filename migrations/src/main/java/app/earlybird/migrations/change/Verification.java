package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.People;
import app.earlybird.migrations.match.Verdict.Linked;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** Whether users and customers know each other, and deliveries their orders, wherever one side says so (I5, I6). */
public final class Verification {

    private static final int AT_ONCE = 1000;

    private final Databases databases;
    private final Set<String> reported = new HashSet<>();

    public Verification(Databases databases) {
        this.databases = databases;
        Conflicts.of(databases, null).forEach(conflict -> reported.add(conflict.getString("subject")));
    }

    /** By kind of breach, what is not in the report of conflicts: that is for people already. */
    public SortedMap<String, Long> breaches() {
        var breaches = new TreeMap<String, Long>();
        links().forEach((kind, count) -> breaches.merge(kind, count, Long::sum));
        deliveries().forEach((kind, count) -> breaches.merge(kind, count, Long::sum));
        return breaches;
    }

    private Map<String, Long> links() {
        var people = Places.people(databases);
        var customers = people.customers().stream()
                .filter(customer -> customer.link() != null && !customer.isOfSuite())
                .filter(customer -> !reported.contains("customers_v2/" + customer.id()))
                .filter(customer -> !(people.about(customer) instanceof Linked))
                .count();
        var users = 0L;
        for (var user : databases
                .collection(Places.USERS)
                .find(ne(Links.CUSTOMER, null))
                .projection(Projections.include("id", Links.CUSTOMER))) {
            users += isKnown(user) || isNamed(user, people) ? 0 : 1;
        }
        var breaches = new HashMap<String, Long>();
        breaches.put("customer_whose_user_does_not_name_it", customers);
        breaches.put("user_whose_customer_does_not_name_it", users);
        breaches.values().removeIf(count -> count == 0);
        return breaches;
    }

    private boolean isKnown(Document user) {
        return Legacy.isOfSuite(user)
                || reported.contains("users/" + Legacy.id(user))
                || reported.contains("customers_v2/" + user.get(Links.CUSTOMER));
    }

    private static boolean isNamed(Document user, People people) {
        var customer = people.customer(String.valueOf(user.get(Links.CUSTOMER)));
        return customer != null && Legacy.id(user).equals(customer.link());
    }

    private Map<String, Long> deliveries() {
        var breaches = new HashMap<String, Long>();
        var logins = Places.logins(databases);
        var batch = new ArrayList<Document>();
        try (var deliveries = databases
                .collection(Places.DELIVERIES)
                .find(ne("order_id", null))
                .projection(Projections.include("id", "order_id", "customer_id"))
                .iterator()) {
            while (deliveries.hasNext()) {
                batch.add(deliveries.next());
                if (batch.size() == AT_ONCE || !deliveries.hasNext()) {
                    compare(batch, logins, breaches);
                    batch.clear();
                }
            }
        }
        return breaches;
    }

    private void compare(List<Document> deliveries, Logins logins, Map<String, Long> breaches) {
        var customers = new HashMap<String, String>();
        databases
                .collection(Places.ORDERS)
                .find(in(
                        "id",
                        deliveries.stream()
                                .map(delivery -> delivery.get("order_id"))
                                .toList()))
                .projection(Projections.include("id", "customer_id", "user_id"))
                .forEach(order -> customers.put(Legacy.id(order), customer(order, logins)));
        for (var delivery : deliveries) {
            var known = Legacy.isOfSuite(delivery) || reported.contains("delivery_statuses/" + Legacy.id(delivery));
            var order = customers.get(String.valueOf(delivery.get("order_id")));
            if (!known && order == null) {
                breaches.merge("delivery_without_its_order", 1L, Long::sum);
            } else if (!known && !Objects.equals(order, customer(delivery, logins))) {
                breaches.merge("delivery_of_another_customer", 1L, Long::sum);
            }
        }
    }

    private static String customer(Document document, Logins logins) {
        var customer = Legacy.text(document, "customer_id", "user_id");
        return customer == null ? "" : logins.customerOf(customer);
    }
}

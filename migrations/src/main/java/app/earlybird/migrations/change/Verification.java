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

    /**
     * By kind of breach, the documents that are not in the report of conflicts: those are for people already.
     *
     * @param links whether users and customers must know each other by now
     * @param orders whether deliveries must know their orders
     */
    public SortedMap<String, List<String>> breaches(boolean links, boolean orders) {
        var breaches = new TreeMap<String, List<String>>();
        if (links) {
            links(breaches);
        }
        if (orders) {
            deliveries(breaches);
        }
        return breaches;
    }

    private void links(Map<String, List<String>> breaches) {
        var people = Places.people(databases);
        people.customers().stream()
                .filter(customer -> customer.link() != null && !customer.isOfSuite())
                .filter(customer -> !reported.contains("customers_v2/" + customer.id()))
                .filter(customer -> !(people.about(customer) instanceof Linked))
                .forEach(customer ->
                        add(breaches, "customer_whose_user_does_not_name_it", "customers_v2/" + customer.id()));
        for (var user : databases
                .all(Places.USERS)
                .filter(ne(Links.CUSTOMER, null))
                .projection(Projections.include("id", Links.CUSTOMER))) {
            if (!isKnown(user) && !isNamed(user, people)) {
                add(breaches, "user_whose_customer_does_not_name_it", "users/" + Legacy.id(user));
            }
        }
    }

    private static void add(Map<String, List<String>> breaches, String kind, String subject) {
        breaches.computeIfAbsent(kind, none -> new ArrayList<>()).add(subject);
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

    private void deliveries(Map<String, List<String>> breaches) {
        var logins = Places.logins(databases);
        var batch = new ArrayList<Document>();
        try (var deliveries = databases
                .all(Places.DELIVERIES)
                .filter(ne("order_id", null))
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
    }

    private void compare(List<Document> deliveries, Logins logins, Map<String, List<String>> breaches) {
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
                add(breaches, "delivery_without_its_order", "delivery_statuses/" + Legacy.id(delivery));
            } else if (!known && !Objects.equals(order, customer(delivery, logins))) {
                add(breaches, "delivery_of_another_customer", "delivery_statuses/" + Legacy.id(delivery));
            }
        }
    }

    private static String customer(Document document, Logins logins) {
        var customer = Legacy.text(document, "customer_id", "user_id");
        return customer == null ? "" : logins.customerOf(customer);
    }
}

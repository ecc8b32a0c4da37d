package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.ne;

import app.earlybird.migrations.change.References.Reference;
import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.LinkResolver;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.Person;
import app.earlybird.migrations.match.Verdict.Linked;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.Document;

/** Whether what one document says of another is so, and both sides of a link say the same (I5, I6). */
public final class Verification {

    private static final Map<String, List<Reference>> REFERENCES = Map.of(
            "001",
            List.of(new Reference(
                    Places.ORDERS,
                    "subscription_id",
                    Places.SUBSCRIPTIONS,
                    "order_without_its_subscription",
                    "order_of_another_customers_subscription")),
            "002",
            DeliveriesToOrders.DELIVERIES.stream()
                    .map(place -> new Reference(
                            place,
                            DeliveriesToOrders.FIELD,
                            Places.ORDERS,
                            "delivery_without_its_order",
                            "delivery_of_another_customer"))
                    .toList());

    /** Conflicts about what a document says; those about what it does not say excuse nothing that it says since. */
    private static final Set<String> SAID = Set.of(
            "dangling_user",
            "dangling_customer",
            "one_sided_customer",
            "one_sided_user",
            "crossed_link",
            "staff_account",
            "user_with_malformed_link",
            "user_of_another_customer",
            "contradicting_evidence",
            "malformed_link",
            "malformed_id",
            "malformed_version",
            "malformed_mark",
            "concurrently_changed",
            "concurrent_link",
            "dangling_order",
            "order_of_other_customer",
            "dangling_subscription",
            "subscription_of_other_customer");

    private final Databases databases;
    private final Set<String> reported = new HashSet<>();

    public Verification(Databases databases) {
        this.databases = databases;
        Conflicts.of(databases, null).stream()
                .filter(conflict -> SAID.contains(String.valueOf(conflict.get("kind"))))
                .forEach(conflict -> reported.add(String.valueOf(conflict.get("subject"))));
    }

    /**
     * By kind of breach, the documents that are not in the report of conflicts: those are for people already. What is not
     * applied is not looked at.
     */
    public SortedMap<String, List<String>> breaches(Predicate<String> applied) {
        var breaches = new TreeMap<String, List<String>>();
        var people = Places.people(databases);
        if (applied.test(Person.MIGRATION)) {
            links(people, breaches);
            emails(breaches);
        }
        var references = new References(databases, new Logins(people));
        REFERENCES.forEach((migration, each) -> {
            if (applied.test(migration)) {
                each.forEach(reference -> references.check(reference, (kind, document) -> {
                    var id = Legacy.id(document);
                    if (!Legacy.isOfSuite(document) && !isReported(reference.from(), id)) {
                        add(breaches, kind, subject(reference.from(), id));
                    }
                }));
            }
        });
        return breaches;
    }

    private void links(LinkResolver people, Map<String, List<String>> breaches) {
        people.customers().stream()
                .filter(customer -> customer.link() != null && !customer.isOfSuite() && !customer.hasMalformedId())
                .filter(customer -> !isReported(Places.CUSTOMERS, customer.id()))
                .filter(customer -> !(people.about(customer) instanceof Linked))
                .forEach(customer -> add(
                        breaches, "customer_whose_user_does_not_name_it", subject(Places.CUSTOMERS, customer.id())));
        for (var user : databases
                .all(Places.USERS)
                .filter(ne(Links.CUSTOMER, null))
                .projection(Projections.include("id", Links.CUSTOMER))) {
            if (!isKnown(user) && !isNamed(user, people)) {
                add(breaches, "user_whose_customer_does_not_name_it", subject(Places.USERS, Legacy.id(user)));
            }
        }
    }

    private static void add(Map<String, List<String>> breaches, String kind, String subject) {
        breaches.computeIfAbsent(kind, none -> new ArrayList<>()).add(subject);
    }

    private boolean isKnown(Document user) {
        return Legacy.isOfSuite(user)
                || isReported(Places.USERS, Legacy.id(user))
                || isReported(Places.CUSTOMERS, String.valueOf(user.get(Links.CUSTOMER)));
    }

    private static boolean isNamed(Document user, LinkResolver people) {
        var customer = people.customer(String.valueOf(user.get(Links.CUSTOMER)));
        return customer != null && Legacy.id(user).equals(customer.link());
    }

    private void emails(Map<String, List<String>> breaches) {
        for (var user : databases
                .all(Places.USERS)
                .filter(ne("email_normalised", null))
                .projection(Projections.include("id", "email", "email_normalised"))) {
            var id = Legacy.id(user);
            if (!Objects.equals(Person.email(user), user.get("email_normalised")) && !isReported(Places.USERS, id)) {
                add(breaches, "user_found_by_another_email", subject(Places.USERS, id));
            }
        }
    }

    private boolean isReported(Place place, String id) {
        return reported.contains(subject(place, id));
    }

    /** As reports show it. */
    private static String subject(Place place, String id) {
        return Conflict.shown(place.collection() + "/" + id);
    }
}

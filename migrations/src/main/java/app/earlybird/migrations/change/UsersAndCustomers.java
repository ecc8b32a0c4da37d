package app.earlybird.migrations.change;

import static app.earlybird.migrations.engine.IndexSpec.Kind.PLAIN;
import static app.earlybird.migrations.engine.IndexSpec.Kind.UNIQUE_SPARSE;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.DataMigration;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Fill;
import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Work;
import app.earlybird.migrations.engine.Work.Step;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.People;
import app.earlybird.migrations.match.Person;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** 003: users and customers know each other, where everything that is known speaks for it. */
final class UsersAndCustomers implements DataMigration {

    @Override
    public String id() {
        return Person.MIGRATION;
    }

    @Override
    public String name() {
        return "link_users_to_customers_v2";
    }

    /** Customers first when it is taken back: a user without a customer is what the services mend by themselves. */
    @Override
    public List<Place> places() {
        return List.of(Places.CUSTOMERS, Places.USERS);
    }

    @Override
    public List<IndexSpec> indexes() {
        return List.of(
                new IndexSpec(Owner.AUTH, "users", Links.CUSTOMER, UNIQUE_SPARSE),
                new IndexSpec(Owner.AUTH, "users", "customer_v2_id role", PLAIN),
                new IndexSpec(Owner.CUSTOMER, "customers_v2", Links.USER, UNIQUE_SPARSE),
                new IndexSpec(Owner.CUSTOMER, "customers_v2", "user_id status", PLAIN));
    }

    @Override
    public void prepare(Work work) {
        Tidy.removeNulls(work, Places.USERS, Links.CUSTOMER);
        Tidy.removeNulls(work, Places.CUSTOMERS, Links.USER);
        Tidy.refuseDuplicateIds(work, Places.USERS);
        Tidy.refuseDuplicateIds(work, Places.CUSTOMERS);
        Tidy.refuseDuplicates(work, Places.USERS, Links.CUSTOMER, "duplicate_link");
        Tidy.refuseDuplicates(work, Places.CUSTOMERS, Links.USER, "duplicate_link");
    }

    /** Not with staff, and not against what was linked since. */
    @Override
    public Restorable restorable(Databases databases) {
        var people = Places.people(databases);
        return (place, document, removed) -> {
            var isUser = place.equals(Places.USERS);
            var other = Legacy.text(removed, isUser ? Links.CUSTOMER : Links.USER);
            if (other == null) {
                return true;
            }
            var user = people.user(isUser ? Legacy.id(document) : other);
            var customer = people.customer(isUser ? other : Legacy.id(document));
            return user == null || (user.isOfCustomer() && (customer == null || people.areFree(user, customer)));
        };
    }

    @Override
    public void fill(Work work) {
        Tidy.giveIds(work, Places.USERS);
        Tidy.giveIds(work, Places.CUSTOMERS);
        var people = Places.people(work.databases());
        normaliseEmails(work, people);
        reportUsers(work, people);
        var links = new Links(work, people);
        work.each(
                new Step(
                        "links",
                        work.databases().collection(Places.CUSTOMERS),
                        empty(),
                        Projections.include("id", "phone", Links.USER, "version", Person.MARK)),
                links::settle);
        work.each(
                new Step(
                        "halves",
                        work.databases().collection(Places.USERS),
                        and(
                                exists(Person.MARK + ".set." + Links.CUSTOMER),
                                eq(Person.MARK + ".run." + Links.CUSTOMER, work.run())),
                        Projections.fields(),
                        true),
                links::mend);
    }

    /** By which the login finds a user; two that differ in case only are for people to tell apart. */
    private static void normaliseEmails(Work work, People people) {
        var users = work.databases().collection(Places.USERS);
        work.each(
                new Step(
                        "emails",
                        users,
                        eq("email_normalised", null),
                        Projections.include("id", "email", "version", Person.MARK)),
                batch -> {
                    var fills = new ArrayList<Fill>();
                    for (var user : batch) {
                        var email = Person.email(user);
                        if (Legacy.hasOddId(user)) {
                            report(work, "odd_id", user);
                        } else if (email != null && people.usersWith(email) == 1) {
                            fills.add(Fill.of(user, Map.of("email_normalised", email), "lower_case"));
                        } else {
                            report(work, email == null ? "missing_email" : "duplicate_email", user);
                        }
                    }
                    work.counters().add("emails_normalised", fills.size());
                    return work.fill(users, fills).size();
                });
    }

    /** A user whose customer is not there is seen from its side only. */
    private static void reportUsers(Work work, People people) {
        work.each(
                new Step(
                        "named_customers",
                        work.databases().collection(Places.USERS),
                        ne(Links.CUSTOMER, null),
                        Projections.include("id", Links.CUSTOMER)),
                batch -> {
                    batch.stream()
                            .filter(user -> Legacy.hasOddLink(user, Links.CUSTOMER))
                            .forEach(user -> report(work, "odd_link", user));
                    batch.stream()
                            .filter(user -> !Legacy.isOfSuite(user) && !Legacy.hasOddLink(user, Links.CUSTOMER))
                            .filter(user -> people.customer(String.valueOf(user.get(Links.CUSTOMER))) == null)
                            .forEach(user -> report(work, "dangling_customer", user));
                    return 0;
                });
    }

    private static void report(Work work, String kind, Document user) {
        work.report(new Conflict(kind, "users/" + Legacy.id(user), Map.of()));
    }
}

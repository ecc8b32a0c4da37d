package app.earlybird.migrations.change;

import static app.earlybird.migrations.engine.IndexSpec.Kind.PLAIN;
import static app.earlybird.migrations.engine.IndexSpec.Kind.UNIQUE_SPARSE;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.DataMigration;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Fill;
import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.engine.Work;
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

    static final String EMAIL = "email_normalised";

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
        var tidy = new Tidy(work);
        tidy.removeNulls(Places.USERS, Links.CUSTOMER);
        tidy.removeNulls(Places.CUSTOMERS, Links.USER);
        tidy.findDuplicateIds(Places.USERS);
        tidy.findDuplicateIds(Places.CUSTOMERS);
        tidy.findDuplicates(Places.USERS, Links.CUSTOMER, Tidy.DUPLICATE_LINK);
        tidy.findDuplicates(Places.CUSTOMERS, Links.USER, Tidy.DUPLICATE_LINK);
        tidy.refuseDuplicates();
    }

    @Override
    public Restorable restorable(Work work) {
        return new RestorableLinks(work);
    }

    @Override
    public void fill(Work work) {
        Tidy.giveIds(work, Places.USERS);
        Tidy.giveIds(work, Places.CUSTOMERS);
        var people = Places.people(work);
        users(work, people);
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
                        Step.Kind.SECOND_LOOK),
                links::mend);
    }

    /** What can be told from a user alone, and from whom it names. */
    private static void users(Work work, People people) {
        var users = work.databases().collection(Places.USERS);
        work.each(
                new Step(
                        "users",
                        users,
                        empty(),
                        Projections.include("id", "email", EMAIL, Links.CUSTOMER, "version", Person.MARK)),
                batch -> {
                    var fills = new ArrayList<Fill>();
                    for (var user : batch) {
                        reportLink(work, people, user);
                        normaliseEmail(work, people, user, fills);
                    }
                    var filled = work.fill(users, fills);
                    work.counters().add("emails_normalised", filled.written().size());
                    return filled.late().size();
                });
    }

    /** By which the login finds a user; two that differ in case only are for people to tell apart. */
    private static void normaliseEmail(Work work, People people, Document user, List<Fill> fills) {
        if (user.get(EMAIL) != null) {
            return;
        }
        var email = Person.email(user);
        if (Legacy.hasOddId(user)) {
            report(work, "odd_id", user);
        } else if (email != null && people.usersWith(email) == 1) {
            fills.add(Fill.of(user, Map.of(EMAIL, email), "lower_case"));
        } else {
            report(work, email == null ? "missing_email" : "duplicate_email", user);
        }
    }

    /** A user whose customer is not there is seen from its side only. */
    private static void reportLink(Work work, People people, Document user) {
        if (Legacy.hasOddLink(user, Links.CUSTOMER)) {
            report(work, "odd_link", user);
        } else if (user.get(Links.CUSTOMER) != null
                && !Legacy.isOfSuite(user)
                && people.customer(String.valueOf(user.get(Links.CUSTOMER))) == null) {
            report(work, "dangling_customer", user);
        }
    }

    private static void report(Work work, String kind, Document user) {
        work.report(new Conflict(kind, "users/" + Legacy.id(user), Map.of()));
    }
}

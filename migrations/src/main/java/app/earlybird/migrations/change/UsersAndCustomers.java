package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.migrations.engine.Backfill;
import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.Migration;
import app.earlybird.migrations.engine.MigrationContext;
import app.earlybird.migrations.engine.Step;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.LinkResolver;
import app.earlybird.migrations.match.Person;
import app.earlybird.operations.schema.DeclaredIndex;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** 003: users and customers know each other, where everything that is known speaks for it. */
final class UsersAndCustomers implements Migration {

    static final String EMAIL = "email_normalised";

    @Override
    public String id() {
        return Person.MIGRATION;
    }

    @Override
    public String name() {
        return "link_users_to_customers_v2";
    }

    /** Customers first when it is taken back: a user without a customer is what the services repair by themselves. */
    @Override
    public List<Place> places() {
        return List.of(Places.CUSTOMERS, Places.USERS);
    }

    @Override
    public List<DeclaredIndex> indexes() {
        return List.of(
                DeclaredIndex.of(StoredCollection.USERS, Links.CUSTOMER),
                DeclaredIndex.of(StoredCollection.USERS, "customer_v2_id role"),
                DeclaredIndex.of(StoredCollection.CUSTOMERS, Links.USER),
                DeclaredIndex.of(StoredCollection.CUSTOMERS, "user_id status"));
    }

    @Override
    public void prepare(MigrationContext context) {
        var tidy = new UniquenessPreflight(context);
        tidy.removeNulls(Places.USERS, Links.CUSTOMER);
        tidy.removeNulls(Places.CUSTOMERS, Links.USER);
        tidy.findDuplicateIds(Places.USERS);
        tidy.findDuplicateIds(Places.CUSTOMERS);
        tidy.findDuplicates(Places.USERS, Links.CUSTOMER, UniquenessPreflight.DUPLICATE_LINK);
        tidy.findDuplicates(Places.CUSTOMERS, Links.USER, UniquenessPreflight.DUPLICATE_LINK);
        tidy.refuseDuplicates();
    }

    @Override
    public Restorable restorable(MigrationContext context) {
        return new RestorableLinks(context);
    }

    @Override
    public void fill(MigrationContext context) {
        UniquenessPreflight.giveIds(context, Places.USERS);
        UniquenessPreflight.giveIds(context, Places.CUSTOMERS);
        var people = Places.people(context);
        users(context, people);
        var links = new Links(context, people);
        context.each(
                new Step(
                        "links",
                        context.databases().collection(Places.CUSTOMERS),
                        empty(),
                        Projections.include("id", "phone", Links.USER, "version", Person.MARK)),
                links::settle);
        context.each(
                new Step(
                        "halves",
                        context.databases().collection(Places.USERS),
                        and(
                                exists(Person.MARK + ".set." + Links.CUSTOMER),
                                eq(Person.MARK + ".run." + Links.CUSTOMER, context.run())),
                        Projections.fields(),
                        Step.Kind.SECOND_LOOK),
                links::completeOneSided);
    }

    /** What a user alone shows, and whom it names. */
    private static void users(MigrationContext context, LinkResolver people) {
        var users = context.databases().collection(Places.USERS);
        context.each(
                new Step(
                        "users",
                        users,
                        empty(),
                        Projections.include("id", "email", EMAIL, Links.CUSTOMER, "version", Person.MARK)),
                batch -> {
                    var fills = new ArrayList<Backfill>();
                    for (var user : batch) {
                        reportLink(context, people, user);
                        normaliseEmail(context, people, user, fills);
                    }
                    var filled = context.fill(users, fills);
                    context.counters().add("emails_normalised", filled.written().size());
                    return filled.late().size();
                });
    }

    /** By which the login finds a user; two that differ in case only are reported. */
    private static void normaliseEmail(
            MigrationContext context, LinkResolver people, Document user, List<Backfill> fills) {
        if (user.get(EMAIL) != null) {
            return;
        }
        var email = Person.email(user);
        if (Legacy.hasMalformedId(user)) {
            report(context, "malformed_id", user);
        } else if (email != null && people.usersWith(email) == 1) {
            fills.add(Backfill.of(user, Map.of(EMAIL, email), "lower_case"));
        } else {
            report(context, email == null ? "missing_email" : "duplicate_email", user);
        }
    }

    /** A user whose customer is not there is seen from its side only. */
    private static void reportLink(MigrationContext context, LinkResolver people, Document user) {
        if (Legacy.hasMalformedLink(user, Links.CUSTOMER)) {
            report(context, "malformed_link", user);
        } else if (user.get(Links.CUSTOMER) != null
                && !Legacy.isOfSuite(user)
                && people.customer(String.valueOf(user.get(Links.CUSTOMER))) == null) {
            report(context, "dangling_customer", user);
        }
    }

    private static void report(MigrationContext context, String kind, Document user) {
        context.report(new Conflict(kind, "users/" + Legacy.id(user), Map.of()));
    }
}

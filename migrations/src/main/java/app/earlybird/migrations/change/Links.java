package app.earlybird.migrations.change;

import static com.mongodb.client.model.Filters.in;

import app.earlybird.migrations.engine.Backfill;
import app.earlybird.migrations.engine.Conflict;
import app.earlybird.migrations.engine.MigrationContext;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.LinkResolver;
import app.earlybird.migrations.match.Person;
import app.earlybird.migrations.match.Verdict.Link;
import app.earlybird.migrations.match.Verdict.Linked;
import app.earlybird.migrations.match.Verdict.Undecided;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a link, in two writes: the user first. A kill in between leaves a user that names its customer, which the
 * next run completes; when the customer was linked otherwise meanwhile, the user's side is taken back.
 */
final class Links {

    static final String CUSTOMER = "customer_v2_id";
    static final String USER = "user_id";

    private final MigrationContext context;
    private final LinkResolver people;
    private final MongoCollection<Document> users;
    private final MongoCollection<Document> customers;

    Links(MigrationContext context, LinkResolver people) {
        this.context = context;
        this.people = people;
        this.users = context.databases().collection(Places.USERS);
        this.customers = context.databases().collection(Places.CUSTOMERS);
    }

    /** Answers how many of these customers are to be looked at again. */
    long settle(List<Document> batch) {
        var found = new ArrayList<Pair>();
        for (var customer : batch) {
            var person = Person.customer(customer);
            if (Legacy.hasMalformedId(customer)) {
                report("malformed_id", String.valueOf(customer.get("_id")), Map.of());
                continue;
            }
            if (Legacy.hasMalformedLink(customer, USER)) {
                report("malformed_link", person.id(), Map.of());
                continue;
            }
            if (person.isOfSuite()) {
                context.counters().see("of_the_suite", 1);
                continue;
            }
            switch (people.about(person)) {
                case Linked linked -> context.counters().see("already_ok", 1);
                case Undecided undecided -> report(undecided.kind(), person.id(), undecided.detail());
                case Link link -> found.add(new Pair(customer, person.id(), link));
            }
        }
        return found.isEmpty() ? 0 : link(found);
    }

    /** A customer and the user that is its own. */
    private record Pair(Document customer, String id, Link link) {

        Backfill userSide(Document fresh) {
            return Backfill.of(fresh, Map.of(CUSTOMER, id), link.rule());
        }

        Backfill customerSide() {
            return Backfill.of(customer, Map.of(USER, link.user().id()), link.rule());
        }
    }

    private long link(List<Pair> found) {
        var fresh = fresh(found);
        var ready = new ArrayList<Pair>();
        var open = new ArrayList<Backfill>();
        for (var pair : found) {
            var user = fresh.get(pair.link().user().documentId());
            var refused = user == null ? "user_of_another_customer" : refused(pair, user);
            if (user == null || refused != null) {
                report(String.valueOf(refused), pair.id(), Map.of());
            } else {
                ready.add(pair);
                if (Legacy.text(user, CUSTOMER) == null) {
                    open.add(pair.userSide(user));
                }
            }
        }
        var missedUsers = values(context.fill(users, open).late(), CUSTOMER);
        ready.removeIf(pair -> missedUsers.contains(pair.id()));
        return missedUsers.size() + linkCustomers(ready, values(open, CUSTOMER));
    }

    /** Why nothing is written now, although the evidence is there. */
    private static @Nullable String refused(Pair pair, Document user) {
        var named = Legacy.text(user, CUSTOMER);
        if (named != null && !named.equals(pair.id())) {
            return "user_of_another_customer";
        }
        var refused = Backfill.refused(user, Person.MIGRATION, CUSTOMER);
        return refused != null ? refused : Backfill.refused(pair.customer(), Person.MIGRATION, USER);
    }

    /** @param begun customers whose user has just been written */
    private long linkCustomers(List<Pair> ready, Set<String> begun) {
        var open = ready.stream()
                .filter(pair -> Legacy.text(pair.customer(), USER) == null)
                .map(Pair::customerSide)
                .toList();
        var missed = context.fill(customers, open).late();
        var late = missed.stream().map(Backfill::documentId).collect(Collectors.toSet());
        context.counters()
                .add(
                        "linked",
                        ready.stream()
                                .filter(pair -> begun.contains(pair.id()) || Legacy.text(pair.customer(), USER) == null)
                                .filter(pair -> !late.contains(pair.customer().get("_id")))
                                .count());
        return missed.size();
    }

    /** As they are now: others write meanwhile. */
    private Map<Object, Document> fresh(List<Pair> found) {
        var fresh = new HashMap<Object, Document>();
        context.find(
                        Places.USERS,
                        in(
                                "_id",
                                found.stream()
                                        .map(pair -> pair.link().user().documentId())
                                        .toList()),
                        Projections.include("id", CUSTOMER, "version", Person.MARK))
                .forEach(user -> fresh.put(user.get("_id"), user));
        return fresh;
    }

    /** Users of ours whose customer has meanwhile become somebody else's: that side is taken back. */
    long completeOneSided(List<Document> batch) {
        var named = new ArrayList<Object>();
        for (var user : batch) {
            var customer = people.customer(String.valueOf(Legacy.text(user, CUSTOMER)));
            if (customer != null) {
                named.add(customer.documentId());
            }
        }
        var theirs = new HashMap<String, String>();
        customers
                .find(in("_id", named))
                .projection(Projections.include("id", USER))
                .forEach(customer -> theirs.put(Legacy.id(customer), String.valueOf(Legacy.text(customer, USER))));
        var halves = batch.stream()
                .filter(user -> Legacy.text(user, CUSTOMER) != null)
                .filter(user -> !Legacy.id(user).equals(theirs.get(Legacy.text(user, CUSTOMER))))
                .toList();
        halves.forEach(user -> report("concurrent_link", String.valueOf(Legacy.text(user, CUSTOMER)), Map.of()));
        return context.takeBack(users, halves, CUSTOMER);
    }

    private void report(String kind, String customer, Map<String, Object> detail) {
        context.report(new Conflict(kind, "customers_v2/" + customer, detail));
    }

    private static Set<String> values(List<Backfill> fills, String field) {
        return fills.stream()
                .map(fill -> String.valueOf(fill.values().get(field)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}

package app.earlybird.migrations.change;

import app.earlybird.contracts.Owner;
import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.engine.Reader;
import app.earlybird.migrations.match.LinkResolver;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.Person;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** The collections the migrations read and fill in. */
public final class Places {

    public static final Place USERS = new Place(Owner.AUTH, "users");
    public static final Place CUSTOMERS = new Place(Owner.CUSTOMER, "customers_v2");
    public static final Place ORDERS = new Place(Owner.ORDER, "orders");
    public static final Place SUBSCRIPTIONS = new Place(Owner.ORDER, "subscriptions_v2");
    public static final Place DELIVERIES = new Place(Owner.DELIVERY, "delivery_statuses");
    /** Written by shared links only, beside the other. */
    public static final Place LINK_DELIVERIES = new Place(Owner.DELIVERY, "delivery_status");

    private Places() {}

    public static List<Place> all() {
        return List.of(USERS, CUSTOMERS, ORDERS, SUBSCRIPTIONS, DELIVERIES, LINK_DELIVERIES);
    }

    /** All of them, about 500 bytes each. */
    static LinkResolver people(Reader reader) {
        var users = read(
                reader.all(
                        USERS,
                        Projections.include("id", "role", "phone", "email", "customer_v2_id", Person.MARK + ".set")),
                Person::user);
        var customers = read(
                reader.all(CUSTOMERS, Projections.include("id", "phone", "user_id", Person.MARK + ".set")),
                Person::customer);
        return new LinkResolver(users, customers);
    }

    private static List<Person> read(Iterable<Document> documents, Function<Document, Person> mapping) {
        var people = new ArrayList<Person>();
        for (var document : documents) {
            people.add(mapping.apply(document));
        }
        return people;
    }

    static Logins logins(Reader reader) {
        return new Logins(people(reader));
    }
}

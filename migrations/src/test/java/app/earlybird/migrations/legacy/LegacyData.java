package app.earlybird.migrations.legacy;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A database as the monolith left it: the same for the same seed, with known counts of everything that is wrong in it. */
public final class LegacyData {

    /** Everybody's. */
    public static final String PASSWORD = "milk-round-before-dawn";

    private static final int AT_ONCE = 1000;

    private static final Map<String, Integer> LINKS = Map.ofEntries(
            Map.entry("shared_phone", 4),
            Map.entry("missing_phone", 3),
            Map.entry("staff_phone", 2),
            Map.entry("dangling_user", 2),
            Map.entry("one_sided_customer", 2),
            Map.entry("one_sided_user", 2),
            Map.entry("duplicate_email", 4),
            Map.entry("crossed_link", 1),
            Map.entry("dangling_customer", 2),
            Map.entry("phone_of_several_users", 2),
            Map.entry("contradicting_evidence", 1),
            Map.entry("no_match", 10));

    private static final Map<String, Integer> DELIVERIES = Map.of(
            "several_orders_that_day", 5,
            "dangling_order", 5,
            "no_order_that_day", 6,
            "only_cancelled_orders", 3,
            "assigned_to_other_delivery_boy", 2,
            "order_of_other_customer", 2,
            "several_deliveries_of_an_order", 4,
            "unreadable_date", 1);

    private static final Map<String, Integer> SUBSCRIPTIONS = Map.of(
            "several_subscriptions", 3,
            "no_subscription", 2,
            "dangling_subscription", 1,
            "subscription_of_other_customer", 1);

    private static final Map<String, Map<String, Integer>> CONFLICTS =
            Map.of("001", SUBSCRIPTIONS, "002", DELIVERIES, "003", LINKS);

    /** How many documents of a hundred customers get the field that a migration is about. */
    private static final Map<String, Integer> FILLED = Map.of("001", 10, "002", 56, "003", 61);

    private final int blocks;

    private LegacyData(int blocks) {
        this.blocks = blocks;
    }

    /** @param customers in hundreds; the rest is left out */
    public static LegacyData write(MongoDatabase database, int customers, long seed) {
        var data = new LegacyData(Math.max(1, customers / LegacyPeople.BLOCK));
        var waiting = new HashMap<String, List<Document>>();
        for (int block = 0; block < data.blocks; block++) {
            var people = new LegacyPeople(block, seed);
            var rounds = new LegacyRounds(block);
            add(database, waiting, "users", people.users);
            add(database, waiting, "customers_v2", people.customers);
            add(database, waiting, "orders", rounds.orders);
            add(database, waiting, "subscriptions_v2", rounds.subscriptions);
            add(database, waiting, "delivery_statuses", rounds.deliveries);
            add(database, waiting, "delivery_status", rounds.linkDeliveries);
        }
        waiting.forEach((name, documents) -> insert(database, name, documents));
        return data;
    }

    /** What a migration must leave to people, exactly. */
    public Map<String, Long> conflicts(String migration) {
        return CONFLICTS.getOrDefault(migration, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> (long) count.getValue() * blocks, Long::sum, TreeMap::new));
    }

    /** How many links it must find. */
    public long filled(String migration) {
        return (long) FILLED.getOrDefault(migration, 0) * blocks;
    }

    /** By customer, the user that is its own; customers whose login cannot be known are left out. */
    public Map<String, String> logins() {
        var logins = new HashMap<String, String>();
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < LegacyPeople.BLOCK; i++) {
                @Nullable String user = LegacyPeople.userOf(block, i);
                if (user != null) {
                    logins.put(LegacyPeople.customerId(block, i), user);
                }
            }
        }
        return logins;
    }

    private static void add(
            MongoDatabase database, Map<String, List<Document>> waiting, String name, List<Document> more) {
        var documents = waiting.computeIfAbsent(name, none -> new ArrayList<>());
        documents.addAll(more);
        if (documents.size() >= AT_ONCE) {
            insert(database, name, documents);
            documents.clear();
        }
    }

    private static void insert(MongoDatabase database, String name, List<Document> documents) {
        if (!documents.isEmpty()) {
            database.getCollection(name).insertMany(documents);
        }
    }
}

package app.earlybird.contracts;

import static app.earlybird.contracts.Index.plain;
import static app.earlybird.contracts.Index.sparse;
import static app.earlybird.contracts.Index.unique;
import static app.earlybird.contracts.Index.uniqueSparse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every collection of the suite: who owns it, how its documents are found, where its events go, and its indexes.
 * {@code operations schema apply} creates the indexes, the services' readiness and the tests read them from here. A query
 * of a service needs an index in this list.
 */
public enum StoredCollection {
    USERS(
            Owner.AUTH,
            Name.USERS,
            "id",
            Topic.IDENTITY,
            unique("id"),
            uniqueSparse("email_normalised"),
            uniqueSparse("customer_v2_id"),
            plain("role id"),
            plain("customer_v2_id role")),
    PROVISIONINGS(Owner.AUTH, Name.PROVISIONINGS, "customer_id", Topic.IDENTITY, unique("customer_id")),
    SESSIONS(Owner.AUTH, Name.SESSIONS, "_id", null, plain("user_id _id"), plain("ends_at")),
    LOGIN_THROTTLES(Owner.AUTH, Name.LOGIN_THROTTLES, "_id", null, plain("expires_at")),
    SIGNING_KEYS(Owner.AUTH, Name.SIGNING_KEYS, "_id", null, unique("number")),
    CUSTOMERS(
            Owner.CUSTOMER,
            Name.CUSTOMERS,
            "id",
            Topic.CUSTOMER,
            unique("id"),
            uniqueSparse("user_id"),
            plain("user_id status"),
            plain("marketing_boy_id id"),
            plain("status id"),
            plain("area id"),
            plain("login_state id")),
    PRODUCTS(Owner.ORDER, Name.PRODUCTS, "id", null, unique("id")),
    ORDERS(
            Owner.ORDER,
            Name.ORDERS,
            "id",
            Topic.ORDER,
            unique("id"),
            plain("customer_id -created_at -id"),
            plain("customer_id delivery_date"),
            plain("subscription_id"),
            plain("user_id subscription_id")),
    CUSTOMER_REFS(Owner.ORDER, Name.CUSTOMER_REFS, "customer_id", null, unique("customer_id")),
    DELIVERIES(
            Owner.DELIVERY,
            Name.DELIVERIES,
            "order_id",
            Topic.DELIVERY,
            uniqueSparse("order_id"),
            plain("customer_id -delivery_date -id"),
            plain("customer_id order_id -delivery_date"));

    /** Time of the oldest event that waits in a document; only collections with a topic have it. */
    private static final String OUTBOX_SINCE = "outbox_since";

    private final Owner owner;
    private final String collectionName;
    private final String businessKey;
    private final Optional<Topic> topic;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of and toList, which are
    private final List<Index> indexes;

    StoredCollection(Owner owner, String collectionName, String businessKey, @Nullable Topic topic, Index... indexes) {
        this.owner = owner;
        this.collectionName = collectionName;
        this.businessKey = businessKey;
        this.topic = Optional.ofNullable(topic);
        this.indexes = this.topic.isEmpty()
                ? List.of(indexes)
                : Stream.concat(Arrays.stream(indexes), Stream.of(sparse(OUTBOX_SINCE)))
                        .toList();
    }

    public Owner owner() {
        return owner;
    }

    public String collectionName() {
        return collectionName;
    }

    /** The field by which a document is found and updated. */
    public String businessKey() {
        return businessKey;
    }

    /** Where the events in its documents are published; empty when its documents hold none. */
    public Optional<Topic> topic() {
        return topic;
    }

    public List<Index> indexes() {
        return indexes;
    }

    /** The one with these keys. */
    public Index index(String keys) {
        return indexes.stream()
                .filter(index -> index.keys().equals(keys))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No index of " + keys + " in " + collectionName));
    }

    /** Names as constants, for annotations. */
    public static final class Name {
        public static final String USERS = "users";
        public static final String PROVISIONINGS = "provisionings";
        public static final String SESSIONS = "sessions";
        public static final String LOGIN_THROTTLES = "login_throttles";
        public static final String SIGNING_KEYS = "signing_keys";
        public static final String CUSTOMERS = "customers_v2";
        public static final String PRODUCTS = "products";
        public static final String ORDERS = "orders";
        public static final String CUSTOMER_REFS = "customer_refs";
        public static final String DELIVERIES = "delivery_statuses";

        private Name() {}
    }
}

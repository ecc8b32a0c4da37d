package app.earlybird.contracts;

import java.util.List;
import java.util.Map;

/** The topics of the suite with the settings they must have; {@code operations schema apply} makes them so. */
public enum Topic {
    CUSTOMER(Name.CUSTOMER),
    IDENTITY(Name.IDENTITY),
    ORDER(Name.ORDER),
    DELIVERY(Name.DELIVERY),
    BILLING(Name.BILLING);

    /** Partitions of every topic, dead letters included: the upper bound of instances that share a consumer's work. */
    public static final int PARTITIONS = 12;

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    /** Settings that differ from the broker's defaults. */
    public Map<String, String> settings() {
        return this == CUSTOMER
                ? Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "86400000", "retention.ms", "-1")
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    }

    /** One dead letter topic for each group of the suite that reads this topic. */
    public List<String> deadLetterTopics() {
        return consumerGroups().stream()
                .map(group -> topicName + "." + group + ".dlt")
                .toList();
    }

    private List<String> consumerGroups() {
        return switch (this) {
            case CUSTOMER -> List.of("auth-service", "order-service");
            case IDENTITY -> List.of("customer-service");
            case ORDER -> List.of("delivery-service");
            case DELIVERY -> List.of("order-service");
            case BILLING -> List.of();
        };
    }

    /** Names as constants, for annotations and configuration. */
    public static final class Name {
        public static final String CUSTOMER = "earlybird.customer.events.v1";
        public static final String IDENTITY = "earlybird.identity.events.v1";
        public static final String ORDER = "earlybird.order.events.v1";
        public static final String DELIVERY = "earlybird.delivery.events.v1";
        public static final String BILLING = "earlybird.billing.events.v1";

        private Name() {}
    }
}

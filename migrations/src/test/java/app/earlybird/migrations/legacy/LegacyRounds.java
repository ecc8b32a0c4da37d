package app.earlybird.migrations.legacy;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The orders, subscriptions and deliveries of one hundred customers, with everything that can be wrong between them. */
final class LegacyRounds {

    private static final String DAY = "2026-01-28";

    final List<Document> orders = new ArrayList<>();
    final List<Document> subscriptions = new ArrayList<>();
    final List<Document> deliveries = new ArrayList<>();
    final List<Document> linkDeliveries = new ArrayList<>();

    private final int block;

    LegacyRounds(int block) {
        this.block = block;
        for (int i = 0; i < LegacyPeople.BLOCK; i++) {
            if (i < 50) {
                usual(i);
            } else if (i < 87) {
                unusual(i);
            }
        }
    }

    private void usual(int i) {
        var order = order(i, i % 10 == 0 ? "2026-01-27T20:30:00+00:00" : DAY);
        deliveries.add(delivery(i));
        if (i < 10) {
            order.append("order_type", "subscription");
            subscriptions.add(subscription(i, "only", i % 2 == 0));
            subscriptions.add(subscription(i, "draft", true).append("status", "draft"));
        } else if (i < 13) {
            order.append("order_type", "subscription");
            subscriptions.add(subscription(i, "one", true));
            subscriptions.add(subscription(i, "two", false));
        } else if (i < 15) {
            order.append("order_type", "Subscription");
        } else if (i == 15) {
            order.append("subscription_id", "sub-gone");
        } else if (i == 16) {
            order.append("subscription_id", subscriptionId(0, "only"));
        } else if (i == 17) {
            order.append("subscription_id", subscriptionId(i, "only"));
            subscriptions.add(subscription(i, "only", true));
        } else if (i < 20) {
            order.append("_id", "voice-%d-%d".formatted(block, i)).remove("id");
        }
        orders.add(order);
    }

    private void unusual(int i) {
        switch (i) {
            case 50, 51, 52, 53, 54 -> {
                orders.add(order(i, DAY));
                orders.add(order(i, DAY).append("id", orderId(i) + "-second"));
                deliveries.add(delivery(i));
            }
            case 55, 56, 57, 58, 59 -> deliveries.add(delivery(i).append("order_id", "gone-" + orderId(i)));
            case 60, 61, 62, 63, 64 -> deliveries.add(delivery(i));
            case 65, 66, 67 -> {
                orders.add(order(i, DAY).append("status", i == 65 ? "CANCELLED" : "cancelled"));
                deliveries.add(delivery(i));
            }
            case 68, 69 -> {
                orders.add(order(i, DAY).append("delivery_boy_id", "db-%d-%d".formatted(block, (i + 1) % 4)));
                deliveries.add(delivery(i));
            }
            case 70, 71, 72, 73, 74 -> {
                orders.add(order(i, DAY));
                deliveries.add(delivery(i).append("order_id", orderId(i)));
            }
            default -> rarer(i);
        }
    }

    private void rarer(int i) {
        switch (i) {
            case 75, 76 -> {
                orders.add(order(i + 20, DAY));
                deliveries.add(delivery(i).append("order_id", orderId(i + 20)));
            }
            case 77, 78 -> {
                orders.add(order(i, DAY));
                deliveries.add(delivery(i));
                deliveries.add(delivery(i).append("id", "again-%d-%d".formatted(block, i)));
            }
            case 79 -> deliveries.add(delivery(i).append("delivery_date", "28/01/2026"));
            case 80 -> {
                orders.add(order(i, DAY));
                deliveries.add(delivery(i).append("order_id", null));
            }
            case 86 -> linkDeliveries.add(linkDelivery(i));
            default -> {
                orders.add(order(i, DAY));
                linkDeliveries.add(linkDelivery(i));
            }
        }
    }

    static String orderId(int block, int i) {
        return "ord_%08d-0000-4000-8000-%012d".formatted(block, i);
    }

    private String orderId(int i) {
        return orderId(block, i);
    }

    private String subscriptionId(int i, String which) {
        return "sub_%d-%d-%s".formatted(block, i, which);
    }

    /** By the user where the monolith's own route wrote it, by the customer where a script did. */
    private Document order(int i, String day) {
        var user = LegacyPeople.userOf(block, i);
        var customer = LegacyPeople.customerId(block, i);
        return new Document("_id", objectId(3, orders.size()))
                .append("id", orderId(i))
                .append("user_id", user == null ? customer : user)
                .append("customer_id", user != null && i % 2 == 0 ? user : customer)
                .append("order_type", i % 5 == 0 ? "one-time" : "one_time")
                .append("items", List.of(item(i)))
                .append("total_amount", 56.0)
                .append("delivery_date", day)
                .append("address", new Document("line", i + " Station Road"))
                .append("delivery_boy_id", i % 3 == 0 ? null : boy(i))
                .append("status", i % 2 == 0 ? "DELIVERED" : "delivered")
                .append("created_at", "2026-01-26T05:00:00+00:00");
    }

    private static Document item(int i) {
        return new Document("product_id", "milk-" + i % 4)
                .append("product_name", "Milk")
                .append("quantity", 2)
                .append("price", 28)
                .append("total", 56);
    }

    private Document delivery(int i) {
        return new Document("_id", objectId(4, deliveries.size()))
                .append("id", "dlv-%d-%d".formatted(block, i))
                .append("customer_id", LegacyPeople.customerId(block, i))
                .append("delivery_date", DAY)
                .append("delivery_boy_id", boy(i))
                .append("status", "delivered")
                .append("delivered_at", "2026-01-28T06:1%d:00".formatted(i % 10))
                .append("created_at", "2026-01-28T06:20:00");
    }

    private Document linkDelivery(int i) {
        return new Document("_id", objectId(5, linkDeliveries.size()))
                .append("customer_id", LegacyPeople.customerId(block, i))
                .append("delivery_date", DAY)
                .append("status", "delivered")
                .append("delivered_at", "2026-01-28T07:00:00");
    }

    private Document subscription(int i, String which, boolean snakeCase) {
        var customer = LegacyPeople.customerId(block, i);
        var product = "milk-" + i % 4;
        return new Document("_id", objectId(6, subscriptions.size()))
                .append("id", subscriptionId(i, which))
                .append(snakeCase ? "customer_id" : "customerId", customer)
                .append(snakeCase ? "product_id" : "productId", product)
                .append("mode", "fixed_daily")
                .append("default_qty", 1)
                .append("status", "active");
    }

    private @Nullable String boy(int i) {
        return "db-%d-%d".formatted(block, i % 4);
    }

    private ObjectId objectId(int kind, int number) {
        return new ObjectId("%08x%08x%08x".formatted(kind, block, number));
    }
}

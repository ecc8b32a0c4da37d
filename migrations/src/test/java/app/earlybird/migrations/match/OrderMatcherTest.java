package app.earlybird.migrations.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which order a delivery belongs to, on both sides of every rule. */
class OrderMatcherTest {

    private final Logins nobody = new Logins(new LinkResolver(List.of(), List.of()));
    private final OrderMatcher book = new OrderMatcher();

    @Test
    void the_only_order_of_customer_and_day_is_it() {
        order("o", "c", "2026-01-28", null);
        assertThat(match(delivery("c", "2026-01-28", "boy"))).isEqualTo("o");
        assertThat(match(delivery("c", "2026-01-29", "boy"))).isEqualTo("no_order_that_day");
        assertThat(match(delivery("d", "2026-01-28", "boy"))).isEqualTo("no_order_that_day");
        assertThat(match(delivery("c", "28.1.", "boy"))).isEqualTo("unreadable_date");
    }

    @Test
    void boy_and_product_tell_two_orders_apart_where_both_know_them() {
        order("o", "c", "2026-01-28", "ravi", "milk");
        order("p", "c", "2026-01-28", "asha", "bread");
        assertThat(match(delivery("c", "2026-01-28", "asha"))).isEqualTo("p");
        assertThat(match(delivery("c", "2026-01-28", null, "milk"))).isEqualTo("o");
        assertThat(match(delivery("c", "2026-01-28", null))).isEqualTo("several_orders_that_day");
        assertThat(match(delivery("c", "2026-01-28", "kiran"))).isEqualTo("assigned_to_other_delivery_boy");
        assertThat(match(delivery("c", "2026-01-28", "ravi", "ghee"))).isEqualTo("other_products");
    }

    @Test
    void a_cancelled_order_is_never_delivered() {
        book.add(DeliveryKey.of(document("o", "c", "2026-01-28", null).append("status", "CANCELLED"), nobody));
        assertThat(match(delivery("c", "2026-01-28", null))).isEqualTo("only_cancelled_orders");
    }

    @Test
    void one_order_is_for_one_delivery() {
        order("o", "c", "2026-01-28", null);
        order("p", "d", "2026-01-28", null);
        var twice = delivery("c", "2026-01-28", null);
        book.claim(twice);
        book.claim(twice);
        book.take("p");
        assertThat(match(twice)).isEqualTo("several_deliveries_of_an_order");
        assertThat(match(delivery("d", "2026-01-28", null))).isEqualTo("order_has_a_delivery");
    }

    @Test
    void the_only_subscription_of_product_and_day_is_the_origin() {
        var plan = new Plan(nobody);
        plan.add(subscription("s", "milk").append("stop_date", "2026-01-29"));
        plan.add(subscription("draft", "milk").append("status", "draft"));
        plan.add(subscription("late", "milk").append("startDate", "2026-02-01"));
        assertThat(plan.originsOf(delivery("c", "2026-01-28", null, "Milk"))).containsExactly("s");
        assertThat(plan.originsOf(delivery("c", "2026-01-29", null, "milk"))).isEmpty();
        assertThat(plan.originsOf(delivery("c", "2026-02-01", null, "milk"))).containsExactly("late");
        assertThat(plan.originsOf(delivery("c", "2026-01-28", null, "bread"))).isEmpty();
        assertThat(plan.isOf("s", "c")).isTrue();
        assertThat(plan.has("other")).isFalse();
    }

    @Test
    void a_subscription_that_had_not_begun_had_ended_or_cannot_be_read_is_no_origin() {
        var day = LocalDate.parse("2026-01-28");
        for (var dates : List.of(
                new Document("start_date", Date.from(Instant.parse("2026-02-20T00:00:00Z"))),
                new Document("startDate", "soon"),
                new Document("stopDate", day.toString()),
                new Document("end_date", day.minusDays(1).toString()))) {
            var plan = new Plan(nobody);
            plan.add(subscription("s", "milk", dates));
            assertThat(plan.originsOf(delivery("c", day.toString(), null, "milk")))
                    .as("%s", dates)
                    .isEmpty();
        }
        var plan = new Plan(nobody);
        plan.add(subscription("s", "milk", new Document("endDate", day.toString())));
        assertThat(plan.originsOf(delivery("c", day.toString(), null, "milk"))).containsExactly("s");
    }

    private static Document subscription(String id, String product, Document more) {
        var subscription = subscription(id, product);
        subscription.putAll(more);
        return subscription;
    }

    @Test
    void ids_of_products_decide_where_both_know_them_and_names_where_they_do_not() {
        var order =
                DeliveryKey.of(lines("items", new Document("productId", "P2").append("product_name", "Milk")), nobody);
        for (var other : List.of(
                lines("products", new Document("product_id", "p1").append("product_name", "Milk")),
                lines("items", new Document("productId", "p1")),
                lines("products", new Document("product_id", 7)),
                new Document("_id", 1).append("products", List.of("p1")),
                lines("products", new Document("productName", "Bread")))) {
            assertThat(order.sharesProductWith(DeliveryKey.of(other, nobody)))
                    .as("%s", other)
                    .isFalse();
        }
        for (var other : List.of(
                lines("products", new Document("productId", "p2")),
                lines("products", new Document("product_name", "milk ")),
                new Document())) {
            assertThat(order.sharesProductWith(DeliveryKey.of(other, nobody)))
                    .as("%s", other)
                    .isTrue();
        }
    }

    private static Document lines(String field, Document line) {
        return new Document("_id", 1).append(field, List.of(line));
    }

    @Test
    void whose_an_id_is_that_means_two_people_is_not_known() {
        var logins = new Logins(new LinkResolver(
                List.of(user("x", "c9"), user("u1", "c2"), user("u2", "c4"), user("boy", null)),
                List.of(customer("c9", "x"), customer("x", null), customer("c1", "u1"), customer("c4", "u2"))));
        assertThat(logins.customerOf(new Document("customer_id", "x"))).isNull();
        assertThat(logins.customerOf(new Document("user_id", "x"))).isEqualTo("c9");
        assertThat(logins.customerOf(new Document("customer_id", "c9"))).isEqualTo("c9");
        assertThat(logins.customerOf(new Document("customer_id", "u1")))
                .as("a link of one side only")
                .isNotEqualTo("c1")
                .isNotEqualTo("c2");
        assertThat(logins.customerOf(new Document("customer_id", "u2"))).isEqualTo("c4");
        assertThat(logins.customerOf(new Document("customer_id", "c1").append("user_id", "u2")))
                .as("each names another")
                .isNull();
        assertThat(logins.customerOf(new Document("customer_id", 7).append("user_id", "u2")))
                .isNull();
        assertThat(logins.customerOf(new Document("user_id", "boy"))).isNull();
    }

    private static Person user(String id, @Nullable String customer) {
        var role = id.equals("boy") ? "delivery_boy" : "customer";
        return Person.user(new Document("_id", new ObjectId())
                .append("id", id)
                .append("role", role)
                .append("customer_v2_id", customer));
    }

    private static Person customer(String id, @Nullable String user) {
        return Person.customer(
                new Document("_id", new ObjectId()).append("id", id).append("user_id", user));
    }

    private static Document subscription(String id, String product) {
        return new Document("id", id)
                .append("customerId", "c")
                .append("product_id", product)
                .append("status", "active");
    }

    private void order(String id, String customer, String day, @Nullable String boy, String... products) {
        book.add(DeliveryKey.of(document(id, customer, day, boy, products), nobody));
    }

    private DeliveryKey delivery(String customer, String day, @Nullable String boy, String... products) {
        return DeliveryKey.of(document("delivery", customer, day, boy, products), nobody);
    }

    private static Document document(String id, String customer, String day, @Nullable String boy, String... products) {
        return new Document("id", id)
                .append("customer_id", customer)
                .append("delivery_date", day)
                .append("delivery_boy_id", boy)
                .append(
                        "items",
                        List.of(products).stream()
                                .map(each -> new Document("product_id", each))
                                .toList());
    }

    private String match(DeliveryKey delivery) {
        var match = book.match(delivery);
        return String.valueOf(match.order() == null ? match.refused() : match.order());
    }
}

package app.earlybird.order.ordering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Money;
import app.earlybird.order.ordering.domain.Order.Buyer;
import app.earlybird.order.ordering.domain.Order.Cancellation;
import app.earlybird.order.ordering.domain.Order.Origin;
import app.earlybird.order.ordering.domain.Order.Plan;
import app.earlybird.order.ordering.domain.Order.Shift;
import app.earlybird.order.ordering.domain.OrderEvent.OrderBillable;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCancelled;
import app.earlybird.order.ordering.domain.OrderEvent.OrderChanged;
import app.earlybird.order.ordering.domain.OrderEvent.OrderStatusChanged;
import app.earlybird.order.ordering.domain.OrderLine.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 28);
    private static final Offer MILK = new Offer("milk", "Milk", "Liter", new BigDecimal("0.5"), new Money(5433));

    @ParameterizedTest
    @Tag("D-02")
    @CsvSource({"-1, delivery_date_in_past", "0, ''", "90, ''", "91, delivery_date_too_far"})
    void the_delivery_lies_between_today_and_ninety_days_ahead(int days, String refusal) {
        assertThat(refusal(() -> placedFor(TODAY.plusDays(days), milk("1")))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @Tag("D-01")
    @CsvSource({
        "-5, quantity_not_possible",
        "0, quantity_not_possible",
        "0.5, ''",
        "0.7, quantity_not_possible",
        "1000, ''",
        "1000.5, quantity_not_possible"
    })
    void a_quantity_is_a_positive_multiple_of_the_step(String quantity, String refusal) {
        assertThat(refusal(() -> milk(quantity))).isEqualTo(refusal);
    }

    @Test
    void a_product_stands_in_one_line_only() {
        assertThat(refusal(() -> placedFor(TODAY, milk("1"), milk("2")))).isEqualTo("product_twice");
    }

    @Test
    void a_line_keeps_the_unit_step_of_its_placement() {
        assertThat(milk("1.5").unitStep()).isEqualByComparingTo("0.5");
    }

    @Test
    @Tag("D-03")
    void the_amount_is_fixed_at_placement_and_rounded_half_up_to_the_paisa() {
        assertThat(milk("1.5").amount()).isEqualTo(new Money(8150));
        assertThat(placedFor(TODAY, milk("1.5")).total()).isEqualTo(new Money(8150));
    }

    @Test
    void delivered_quantities_are_charged_and_nothing_else() {
        var decided = placedFor(TODAY, milk("2")).after(fact(OrderStatus.PARTIALLY_DELIVERED, "0.5", 1));

        assertThat(decided.state().progress().status()).isEqualTo(OrderStatus.PARTIALLY_DELIVERED);
        assertThat(decided.events()).hasSize(2).first().isInstanceOf(OrderStatusChanged.class);
        assertThat(decided.events().getLast())
                .isInstanceOfSatisfying(
                        OrderBillable.class,
                        charge -> assertThat(charge.total()).isEqualTo(new Money(2717)));
    }

    @Test
    void a_failed_delivery_is_not_charged_and_may_be_tried_again() {
        var failed = placedFor(TODAY, milk("2")).after(fact(OrderStatus.NOT_DELIVERED, "0", 1));
        var delivered = failed.state().after(fact(OrderStatus.DELIVERED, "2", 2));

        assertThat(failed.events()).singleElement().isInstanceOf(OrderStatusChanged.class);
        assertThat(delivered.state().progress().status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void a_fact_that_was_applied_before_or_is_older_changes_nothing() {
        var delivered = placedFor(TODAY, milk("2"))
                .after(fact(OrderStatus.DELIVERED, "2", 4))
                .state();

        assertThat(delivered.after(fact(OrderStatus.DELIVERED, "2", 4)).changed())
                .isFalse();
        assertThat(delivered.after(fact(OrderStatus.NOT_DELIVERED, "0", 3)).changed())
                .isFalse();
    }

    @Test
    @Tag("D-15")
    void a_cancelled_order_is_not_delivered_and_a_delivered_one_not_cancelled() {
        var cancelled = placedFor(TODAY, milk("2")).cancel(byCustomer());
        var delivered = placedFor(TODAY, milk("2"))
                .after(fact(OrderStatus.DELIVERED, "2", 1))
                .state();

        assertThat(cancelled.events()).singleElement().isInstanceOf(OrderCancelled.class);
        assertThat(cancelled.state().cancel(byCustomer()).changed()).isFalse();
        assertThat(refusal(() -> cancelled.state().after(fact(OrderStatus.DELIVERED, "2", 1))))
                .isEqualTo("illegal_transition");
        assertThat(refusal(() -> delivered.cancel(byCustomer()))).isEqualTo("order_not_cancellable");
        assertThat(refusal(() -> delivered.after(fact(OrderStatus.PARTIALLY_DELIVERED, "1", 2))))
                .isEqualTo("illegal_transition");
    }

    @Test
    void a_failed_attempt_that_arrives_after_the_cancelling_changes_nothing() {
        var cancelled = placedFor(TODAY, milk("2")).cancel(byCustomer()).state();

        assertThat(cancelled.after(fact(OrderStatus.NOT_DELIVERED, "0", 1)).changed())
                .isFalse();
    }

    @ParameterizedTest
    @Tag("D-05")
    @EnumSource(OrderStatus.class)
    void every_status_is_read_in_any_of_the_monoliths_spellings(OrderStatus status) {
        assertThat(OrderStatus.of(status.code())).isEqualTo(status);
        assertThat(OrderStatus.of(status.name())).isEqualTo(status);
        assertThat(OrderStatus.of(status.code().replace('_', '-'))).isEqualTo(status);
    }

    @Test
    @Tag("T-52")
    void an_order_takes_the_customers_new_delivery_boy_unless_it_is_on_its_way_or_done() {
        var order = placedFor(TODAY, milk("2"));
        var underway = order.after(fact(OrderStatus.OUT_FOR_DELIVERY, "0", 1)).state();
        var delivered = order.after(fact(OrderStatus.DELIVERED, "2", 1)).state();

        var moved = order.assign("boy-2");

        assertThat(moved.events()).singleElement().isInstanceOf(OrderChanged.class);
        assertThat(moved.state().plan().deliveryBoyId()).isEqualTo("boy-2");
        assertThat(order.assign("boy-1").changed()).isFalse();
        assertThat(underway.assign("boy-2").changed()).isFalse();
        assertThat(delivered.assign("boy-2").changed()).isFalse();
    }

    @Test
    @Tag("T-55")
    void a_cancelled_order_shows_who_cancelled_it_when_and_why_and_its_event_only_the_role() {
        var cancelled = placedFor(TODAY, milk("2")).cancel(byCustomer());

        assertThat(cancelled.state().progress().cancellation()).isEqualTo(byCustomer());
        assertThat(((OrderCancelled) cancelled.events().getFirst()).reason()).isEqualTo("cancelled by customer");
    }

    @Test
    @Tag("T-55")
    void a_second_cancel_with_another_reason_is_refused_and_one_after_a_kill_says_who_it_was() {
        var cancelled = placedFor(TODAY, milk("2")).cancel(byCustomer()).state();
        var withdrawn = placedFor(TODAY, milk("2"))
                .after(new DeliveryFact(
                        "d-1", OrderStatus.CANCELLED, Map.of(), null, "cancelled by customer", Instant.EPOCH, 1))
                .state();

        assertThat(refusal(() -> cancelled.cancel(new Cancellation("admin", "a-1", Instant.EPOCH, "other"))))
                .isEqualTo("order_already_cancelled");
        assertThat(cancelled
                        .cancel(new Cancellation("admin", "a-1", Instant.EPOCH, null))
                        .changed())
                .isFalse();
        var again = withdrawn.cancel(byCustomer());
        assertThat(again.events()).isEmpty();
        assertThat(again.state().progress().cancellation()).isEqualTo(byCustomer());
    }

    @Test
    void the_withdrawal_of_a_delivery_cancels_by_whom_it_was_withdrawn_for() {
        var withdrawn = new DeliveryFact(
                "d-1", OrderStatus.CANCELLED, Map.of(), null, "cancelled by support", Instant.EPOCH, 1);

        var cancelled = placedFor(TODAY, milk("2")).after(withdrawn).state();

        assertThat(cancelled.progress().cancellation())
                .isEqualTo(new Cancellation("support", null, Instant.EPOCH, null));
    }

    @Test
    void an_erased_customers_order_forgets_where_and_what_was_noted() {
        var order = placedFor(TODAY, milk("2")).withoutPerson().state();

        assertThat(order.plan().address()).isEmpty();
        assertThat(order.plan().notes()).isNull();
        assertThat(order.withoutPerson().changed()).isFalse();
    }

    private static Cancellation byCustomer() {
        return new Cancellation("customer", "u-1", Instant.EPOCH, "gone away");
    }

    private static OrderLine milk(String quantity) {
        return OrderLine.of(MILK, new BigDecimal(quantity), 0);
    }

    private static Order placedFor(LocalDate day, OrderLine... lines) {
        var plan = new Plan(day, Shift.MORNING, "primary", "12 MG Road", "boy-1", null);
        var origin = Origin.oneTime(Instant.EPOCH, null);
        return Order.place("o-1", new Buyer("c-1", "u-1"), plan, List.of(lines), origin, TODAY)
                .state();
    }

    private static DeliveryFact fact(OrderStatus status, String milk, long sequence) {
        return new DeliveryFact("d-1", status, Map.of("milk", new BigDecimal(milk)), null, "", Instant.EPOCH, sequence);
    }

    private static String refusal(Runnable attempt) {
        try {
            attempt.run();
            return "";
        } catch (Failure refused) {
            return refused.code();
        }
    }
}

package app.earlybird.delivery.confirmation.domain;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.Kind;
import java.time.LocalDate;

/** Refusals about deliveries. */
public final class DeliveryRefused {

    private DeliveryRefused() {}

    public static Failure unknownOrder() {
        return Failure.refused("order_not_found", "There is no such order; a delivery needs a valid order", "order_id");
    }

    public static Failure notACustomer() {
        return new Failure(Kind.FORBIDDEN, "customer_not_linked", "This login is not linked to a customer");
    }

    static Failure otherCustomer() {
        return Failure.refused("order_customer_mismatch", "The order belongs to another customer", "customer_id");
    }

    static Failure notAssigned() {
        return new Failure(Kind.FORBIDDEN, "not_assigned", "The order is not assigned to you");
    }

    static Failure notDeliverable(DeliveryStatus status) {
        return new Failure(
                Kind.CONFLICT,
                "order_not_deliverable",
                "The order cannot be delivered; its delivery is " + status.code());
    }

    static Failure alreadyConfirmed(DeliveryStatus status) {
        return new Failure(Kind.CONFLICT, "already_confirmed", "The delivery is already recorded as " + status.code());
    }

    static Failure attemptReused() {
        return new Failure(
                Kind.CONFLICT,
                "attempt_id_reused",
                "attempt_id was used for a report with other facts; a new attempt needs a new id");
    }

    static Failure tooManyFailedAttempts(int most) {
        return new Failure(
                Kind.CONFLICT,
                "too_many_failed_attempts",
                "An order has at most " + most + " failed attempts; only a delivery can be reported now");
    }

    static Failure inTheFuture(LocalDate today) {
        return Failure.refused(
                "delivery_date_in_future", "delivery_date must not be after today (" + today + ")", "delivery_date");
    }

    static Failure outsideWindow(LocalDate first, LocalDate last) {
        return Failure.refused(
                "delivery_date_outside_window", "delivery_date must be from " + first + " to " + last, "delivery_date");
    }

    /** @param index of the line in the report, from 0 */
    static Failure productNotInOrder(String productId, int index) {
        return Failure.refused(
                "product_not_in_order", "The order has no product " + productId, field(index, "product_id"));
    }

    static Failure moreThanOrdered(OrderPlan.Line product, int index) {
        return Failure.refused(
                "quantity_exceeds_order",
                "The quantity of " + product.productName() + " is more than was ordered",
                field(index, "delivered_qty"));
    }

    static Failure notOfStep(OrderPlan.Line product, int index) {
        var step = product.unitStep() == null ? "" : product.unitStep().toPlainString();
        return Failure.refused(
                "quantity_not_possible",
                "The quantity of " + product.productName() + " must be a multiple of " + step,
                field(index, "delivered_qty"));
    }

    static Failure contradiction(DeliveryStatus claim, DeliveryStatus computed) {
        return Failure.refused(
                "status_contradicts_lines",
                "The items make the status " + computed.code() + ", not " + claim.code(),
                "status");
    }

    static Failure deliveredAtOutOfBounds() {
        return Failure.refused(
                "delivered_at_out_of_bounds",
                "delivered_at must be within a day of delivery_date and not in the future",
                "delivered_at");
    }

    static Failure deliveredBeforeOrdered() {
        return Failure.refused(
                "delivered_at_out_of_bounds", "delivered_at must not be before the order was placed", "delivered_at");
    }

    static Failure deliveredAtWithoutDelivery() {
        return Failure.refused(
                "delivered_at_without_delivery",
                "delivered_at must be left out when nothing was delivered",
                "delivered_at");
    }

    private static String field(int index, String name) {
        return "items[" + index + "]." + name;
    }
}

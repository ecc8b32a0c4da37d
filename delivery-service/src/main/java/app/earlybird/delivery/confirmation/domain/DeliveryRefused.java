package app.earlybird.delivery.confirmation.domain;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.Kind;
import java.time.LocalDate;

/** Refusals at the door. */
public final class DeliveryRefused {

    private DeliveryRefused() {}

    public static Failure unknownOrder(String orderId) {
        return new Failure(
                Kind.REFUSED, "order_not_found", "There is no order " + orderId + "; a delivery needs a valid order");
    }

    public static Failure notACustomer() {
        return new Failure(Kind.FORBIDDEN, "customer_not_linked", "This login belongs to no customer");
    }

    static Failure otherCustomer() {
        return new Failure(Kind.REFUSED, "order_customer_mismatch", "The order belongs to another customer");
    }

    static Failure notAssigned() {
        return new Failure(Kind.FORBIDDEN, "not_assigned", "Another delivery boy is to bring this order");
    }

    static Failure notDeliverable(DeliveryStatus status) {
        return new Failure(
                Kind.CONFLICT, "order_not_deliverable", "The order cannot be delivered: it is " + status.word());
    }

    static Failure alreadyConfirmed(DeliveryStatus status) {
        return new Failure(
                Kind.CONFLICT,
                "already_confirmed",
                "The delivery is recorded as " + status.word() + "; a correction changes that, a report does not");
    }

    static Failure attemptReused() {
        return new Failure(
                Kind.CONFLICT,
                "attempt_id_reused",
                "This attempt is recorded with other facts; a new visit has a new id");
    }

    static Failure inTheFuture(LocalDate today) {
        return new Failure(
                Kind.REFUSED, "delivery_date_in_future", "Today is " + today + "; nothing was delivered later yet");
    }

    static Failure outsideWindow(LocalDate first, LocalDate last) {
        return new Failure(
                Kind.REFUSED,
                "delivery_date_outside_window",
                "The order may be delivered from " + first + " to " + last);
    }

    static Failure productNotInOrder(String productId) {
        return new Failure(Kind.REFUSED, "product_not_in_order", "The order has no product " + productId);
    }

    static Failure moreThanOrdered(String productId) {
        return new Failure(Kind.REFUSED, "quantity_exceeds_order", "More of " + productId + " than the order has");
    }

    static Failure contradiction(DeliveryStatus claim, DeliveryStatus computed) {
        return new Failure(
                Kind.REFUSED,
                "status_contradicts_lines",
                "The lines say " + computed.word() + ", the status says " + claim.word());
    }

    static Failure deliveredAtOutOfBounds() {
        return new Failure(
                Kind.REFUSED,
                "delivered_at_out_of_bounds",
                "delivered_at must lie within a day of the delivery date and not in the future");
    }

    static Failure deliveredAtWithoutDelivery() {
        return new Failure(
                Kind.REFUSED, "delivered_at_without_delivery", "What was not delivered has no time of delivery");
    }
}
